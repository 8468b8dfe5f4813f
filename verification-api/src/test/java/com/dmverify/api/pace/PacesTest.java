package com.dmverify.api.pace;

import static com.dmverify.api.pace.PaceEvents.pace;
import static com.dmverify.api.pace.PaceEvents.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.HandMovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PacesTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Line NEXT = new Line(0, new TreeMap<>());

    private final HandMovedClock clock = new HandMovedClock();
    private final Paces paces = new Paces(clock, Duration.ofMinutes(2));
    private final Instant now = clock.instant();

    @Test
    void theLastWordCounts() {
        paces.heard(pace("demo", now, window(15, 3, QUARTER, now.plusSeconds(60))));
        paces.heard(pace("demo", now, window(15, 0, QUARTER, now.plusSeconds(60))));
        paces.heard(pace("other", now, window(15, 15, QUARTER, now)));

        assertThat(paces.of("demo").orElseThrow().departure(NEXT, now)).isEqualTo(now.plusSeconds(60));
        assertThat(paces.of("other").orElseThrow().departure(NEXT, now)).isEqualTo(now);
        assertThat(paces.of("nobody")).isEmpty();
    }

    @Test
    void whatIsOldIsNotBelieved() {
        paces.heard(pace("demo", now));

        clock.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(paces.of("demo")).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(paces.of("demo")).isEmpty();
    }

    @Test
    void anAccountCanBeForgotten() {
        paces.heard(pace("demo", now));

        paces.forget("demo");

        assertThat(paces.of("demo")).isEmpty();
    }

    @Test
    void anImpossiblePaceLeavesTheLastOne() {
        paces.heard(pace("demo", now));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> paces.heard(pace("demo", now, window(15, 15, Duration.ZERO, now))));

        assertThat(paces.of("demo")).hasValue(new Pace(List.of(), null, now));
    }
}
