package com.dmverify.api.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

        assertThat(pace.departure(place(place), NOW)).isEqualTo(Instant.parse("2026-11-20T" + at + ":00Z"));
    }

    @Test
    void aWindowThatDoesNotRunIsFullAndBeginsWithTheNextMessage() {
        Pace over = pace(new Window(15, 0, QUARTER, NOW.minusSeconds(1)));
        Pace atThisMoment = pace(new Window(15, 0, QUARTER, NOW));

        assertThat(over.departure(place(14), NOW)).isEqualTo(NOW);
        assertThat(over.departure(place(15), NOW)).isEqualTo(NOW.plus(QUARTER));
        assertThat(over.departure(place(30), NOW)).isEqualTo(NOW.plus(QUARTER.multipliedBy(2)));
        assertThat(atThisMoment.departure(place(14), NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingLeftWaitsForTheReset() {
        Pace pace = pace(new Window(15, 0, QUARTER, NOW.plusSeconds(7)));

        assertThat(pace.departure(place(0), NOW)).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void theSlowestWindowDecides() {
        Window quarter = new Window(15, 15, QUARTER, NOW.plusSeconds(7));
        Window day = new Window(1440, 1, DAY, NOW.plus(Duration.ofHours(3)));

        assertThat(pace(quarter, day).departure(place(0), NOW)).isEqualTo(NOW);
        assertThat(pace(quarter, day).departure(place(1), NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(pace(day, quarter).departure(place(1), NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void aLimitOfZeroIsNone() {
        assertThat(pace(new Window(0, 0, QUARTER, NOW.plusSeconds(7))).departure(place(1_000_000), NOW))
                .isEqualTo(NOW);
        assertThat(pace().departure(place(1_000_000), NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingLeavesWhileXLetsNothingThrough() {
        Instant blockedUntil = NOW.plus(Duration.ofMinutes(30));
        Window resetsMeanwhile = new Window(15, 0, QUARTER, NOW.plusSeconds(7));
        Pace blocked = new Pace(List.of(resetsMeanwhile), blockedUntil, NOW);

        assertThat(blocked.departure(place(0), NOW)).isEqualTo(blockedUntil);
        assertThat(blocked.departure(place(14), NOW)).isEqualTo(blockedUntil);
        assertThat(blocked.departure(place(15), NOW)).isEqualTo(blockedUntil.plus(QUARTER));
        assertThat(new Pace(List.of(), blockedUntil, NOW).departure(place(0), NOW))
                .isEqualTo(blockedUntil);
    }

    @Test
    void aBlockThatIsOverBlocksNothing() {
        assertThat(new Pace(List.of(), NOW.minusSeconds(1), NOW).departure(place(0), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void whoIsGivenUpBeforeTheResetCostsNothing() {
        // Given: thirty are before it, of whom the first twenty are given up at 10:03
        Pace pace = pace(new Window(15, 0, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        // Then: ten of the fifteen after the reset are theirs
        assertThat(pace.departure(line(30, Map.of(NOW.plus(Duration.ofMinutes(3)), 20L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
        assertThat(pace.departure(line(30, Map.of(NOW.plus(Duration.ofMinutes(3)), 50L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
        assertThat(pace.departure(line(35, Map.of(NOW.plus(Duration.ofMinutes(3)), 20L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(19)));
        assertThat(pace.departure(line(30, Map.of(NOW.plus(Duration.ofMinutes(5)), 20L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(19)));
    }

    @Test
    void whoIsGivenUpAlreadyIsNotBeforeIt() {
        Pace pace = pace(new Window(15, 1, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        assertThat(pace.departure(line(30, Map.of(NOW.minusMillis(1), 30L)), NOW))
                .isEqualTo(NOW);
        assertThat(pace.departure(line(30, Map.of(NOW.minusMillis(1), 50L)), NOW))
                .isEqualTo(NOW);
        assertThat(pace.departure(line(30, Map.of(NOW.minusMillis(1), 29L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
    }

    @Test
    void aBacklogThatIsGivenUpMakesWayInTheMiddleOfManyWindows() {
        // Given: twenty in ten seconds, and a backlog that is given up after 100 s
        Pace pace = pace(new Window(20, 20, Duration.ofSeconds(10), NOW.plusSeconds(10)));
        Line line = line(1600, Map.of(NOW.plusSeconds(101), 1600L));

        // Then: 13 min 20 s if all were sent, the first window after the end of the backlog as it is
        assertThat(pace.departure(place(1600), NOW)).isEqualTo(NOW.plusSeconds(800));
        assertThat(pace.departure(line, NOW)).isEqualTo(NOW.plusSeconds(110));
    }

    @Test
    void whoIsSentBeforeIsNotGivenUp() {
        // Given: the first twenty are given up late, and sent before
        Pace pace = pace(new Window(20, 20, Duration.ofSeconds(10), NOW.plusSeconds(10)));

        assertThat(pace.departure(line(40, Map.of(NOW.plusSeconds(100), 20L)), NOW))
                .isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void aWindowIsNeverImpossible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(-1, 0, QUARTER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(1, -1, QUARTER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(1, 0, Duration.ZERO, NOW));
    }

    private static Line line(long place, Map<Instant, Long> givenUp) {
        return new Line(place, new TreeMap<>(givenUp));
    }

    private static Line place(long place) {
        return new Line(place, new TreeMap<>());
    }

    private static Pace pace(Window... windows) {
        return new Pace(List.of(windows), null, NOW);
    }
}
