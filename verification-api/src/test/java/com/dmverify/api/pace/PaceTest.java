package com.dmverify.api.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest(name = "place {0} leaves at {1}")
    @CsvSource({
        "0, 10:00",
        "2, 10:00", // the last that is left
        "3, 10:04", // the first after the reset
        "17, 10:04", // the last of that window
        "18, 10:19",
        "32, 10:19",
        "33, 10:34",
    })
    void whatIsLeftGoesAtOnceAndTheRestWithWholeWindows(long place, String at) {
        Pace pace = pace(new Window(15, 3, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        assertThat(pace.departure(place, NOW)).isEqualTo(Instant.parse("2026-11-20T" + at + ":00Z"));
    }

    @Test
    void aWindowThatDoesNotRunIsFullAndBeginsWithTheNextMessage() {
        Pace over = pace(new Window(15, 0, QUARTER, NOW.minusSeconds(1)));
        Pace atThisMoment = pace(new Window(15, 0, QUARTER, NOW));

        assertThat(over.departure(14, NOW)).isEqualTo(NOW);
        assertThat(over.departure(15, NOW)).isEqualTo(NOW.plus(QUARTER));
        assertThat(over.departure(30, NOW)).isEqualTo(NOW.plus(QUARTER.multipliedBy(2)));
        assertThat(atThisMoment.departure(14, NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingLeftWaitsForTheReset() {
        Pace pace = pace(new Window(15, 0, QUARTER, NOW.plusSeconds(7)));

        assertThat(pace.departure(0, NOW)).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void theSlowestWindowDecides() {
        Window quarter = new Window(15, 15, QUARTER, NOW.plusSeconds(7));
        Window day = new Window(1440, 1, DAY, NOW.plus(Duration.ofHours(3)));

        assertThat(pace(quarter, day).departure(0, NOW)).isEqualTo(NOW);
        assertThat(pace(quarter, day).departure(1, NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(pace(day, quarter).departure(1, NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void aLimitOfZeroIsNone() {
        assertThat(pace(new Window(0, 0, QUARTER, NOW.plusSeconds(7))).departure(1_000_000, NOW))
                .isEqualTo(NOW);
        assertThat(pace().departure(1_000_000, NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingLeavesWhileXLetsNothingThrough() {
        Instant blockedUntil = NOW.plus(Duration.ofMinutes(30));
        Window resetsMeanwhile = new Window(15, 0, QUARTER, NOW.plusSeconds(7));
        Pace blocked = new Pace(List.of(resetsMeanwhile), blockedUntil, NOW);

        assertThat(blocked.departure(0, NOW)).isEqualTo(blockedUntil);
        assertThat(blocked.departure(14, NOW)).isEqualTo(blockedUntil);
        assertThat(blocked.departure(15, NOW)).isEqualTo(blockedUntil.plus(QUARTER));
        assertThat(new Pace(List.of(), blockedUntil, NOW).departure(0, NOW)).isEqualTo(blockedUntil);
    }

    @Test
    void aBlockThatIsOverBlocksNothing() {
        assertThat(new Pace(List.of(), NOW.minusSeconds(1), NOW).departure(0, NOW))
                .isEqualTo(NOW);
    }

    @Test
    void aWindowIsNeverImpossible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(-1, 0, QUARTER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(1, -1, QUARTER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(1, 0, Duration.ZERO, NOW));
    }

    private static Pace pace(Window... windows) {
        return new Pace(List.of(windows), null, NOW);
    }
}
