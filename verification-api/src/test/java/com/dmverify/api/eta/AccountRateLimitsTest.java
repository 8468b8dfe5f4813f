package com.dmverify.api.eta;

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

class AccountRateLimitsTest {

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
        AccountRateLimits limits = limits(new BudgetWindow(15, 3, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        assertThat(limits.eta(place(place), NOW)).isEqualTo(Instant.parse("2026-11-20T" + at + ":00Z"));
    }

    @Test
    void aWindowThatDoesNotRunIsFullAndBeginsWithTheNextMessage() {
        AccountRateLimits over = limits(new BudgetWindow(15, 0, QUARTER, NOW.minusSeconds(1)));
        AccountRateLimits atThisMoment = limits(new BudgetWindow(15, 0, QUARTER, NOW));

        assertThat(over.eta(place(14), NOW)).isEqualTo(NOW);
        assertThat(over.eta(place(15), NOW)).isEqualTo(NOW.plus(QUARTER));
        assertThat(over.eta(place(30), NOW)).isEqualTo(NOW.plus(QUARTER.multipliedBy(2)));
        assertThat(atThisMoment.eta(place(14), NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingLeftWaitsForTheReset() {
        AccountRateLimits limits = limits(new BudgetWindow(15, 0, QUARTER, NOW.plusSeconds(7)));

        assertThat(limits.eta(place(0), NOW)).isEqualTo(NOW.plusSeconds(7));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({"3, 10:04", "18, 10:05", "18, 10:20"})
    void whatLeavesBeforeADeadlineIsTheRestAndTheNextWindow(long many, String until) {
        AccountRateLimits limits = limits(new BudgetWindow(15, 3, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        assertThat(limits.sendable(NOW, Instant.parse("2026-11-20T" + until + ":00Z")))
                .isEqualTo(many);
    }

    @Test
    void theNarrowestWindowSaysHowManyLeave() {
        BudgetWindow full = new BudgetWindow(15, 15, QUARTER, NOW);
        BudgetWindow day = new BudgetWindow(1440, 2, DAY, NOW.plus(Duration.ofHours(3)));
        Instant until = NOW.plus(Duration.ofMinutes(5));

        assertThat(limits(full).sendable(NOW, until)).isEqualTo(15);
        assertThat(limits(full, day).sendable(NOW, until)).isEqualTo(2);
        assertThat(limits().sendable(NOW, until)).isEqualTo(Long.MAX_VALUE);
        assertThat(new AccountRateLimits(List.of(full), until, NOW).sendable(NOW, until))
                .isZero();
    }

    @Test
    void theSlowestWindowDecides() {
        BudgetWindow quarter = new BudgetWindow(15, 15, QUARTER, NOW.plusSeconds(7));
        BudgetWindow day = new BudgetWindow(1440, 1, DAY, NOW.plus(Duration.ofHours(3)));

        assertThat(limits(quarter, day).eta(place(0), NOW)).isEqualTo(NOW);
        assertThat(limits(quarter, day).eta(place(1), NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(limits(day, quarter).eta(place(1), NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void aLimitOfZeroIsNone() {
        assertThat(limits(new BudgetWindow(0, 0, QUARTER, NOW.plusSeconds(7))).eta(place(1_000_000), NOW))
                .isEqualTo(NOW);
        assertThat(limits().eta(place(1_000_000), NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingLeavesWhileXLetsNothingThrough() {
        Instant blockedUntil = NOW.plus(Duration.ofMinutes(30));
        BudgetWindow resetsMeanwhile = new BudgetWindow(15, 0, QUARTER, NOW.plusSeconds(7));
        AccountRateLimits blocked = new AccountRateLimits(List.of(resetsMeanwhile), blockedUntil, NOW);

        assertThat(blocked.eta(place(0), NOW)).isEqualTo(blockedUntil);
        assertThat(blocked.eta(place(14), NOW)).isEqualTo(blockedUntil);
        assertThat(blocked.eta(place(15), NOW)).isEqualTo(blockedUntil.plus(QUARTER));
        assertThat(new AccountRateLimits(List.of(), blockedUntil, NOW).eta(place(0), NOW))
                .isEqualTo(blockedUntil);
    }

    @Test
    void aBlockThatIsOverBlocksNothing() {
        assertThat(new AccountRateLimits(List.of(), NOW.minusSeconds(1), NOW).eta(place(0), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void whoIsGivenUpBeforeTheResetCostsNothing() {
        // Given: thirty are before it, of whom the first twenty are given up at 10:03
        AccountRateLimits limits = limits(new BudgetWindow(15, 0, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        // Then: ten of the fifteen after the reset are theirs
        assertThat(limits.eta(position(30, Map.of(NOW.plus(Duration.ofMinutes(3)), 20L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
        assertThat(limits.eta(position(30, Map.of(NOW.plus(Duration.ofMinutes(3)), 50L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
        assertThat(limits.eta(position(35, Map.of(NOW.plus(Duration.ofMinutes(3)), 20L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(19)));
        assertThat(limits.eta(position(30, Map.of(NOW.plus(Duration.ofMinutes(5)), 20L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(19)));
    }

    @Test
    void whoIsGivenUpAlreadyIsNotBeforeIt() {
        AccountRateLimits limits = limits(new BudgetWindow(15, 1, QUARTER, NOW.plus(Duration.ofMinutes(4))));

        assertThat(limits.eta(position(30, Map.of(NOW.minusMillis(1), 30L)), NOW))
                .isEqualTo(NOW);
        assertThat(limits.eta(position(30, Map.of(NOW.minusMillis(1), 50L)), NOW))
                .isEqualTo(NOW);
        assertThat(limits.eta(position(30, Map.of(NOW.minusMillis(1), 29L)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
    }

    @Test
    void aBacklogThatIsGivenUpMakesWayInTheMiddleOfManyWindows() {
        // Given: twenty in ten seconds, and a backlog that is given up after 100 s
        AccountRateLimits limits = limits(new BudgetWindow(20, 20, Duration.ofSeconds(10), NOW.plusSeconds(10)));
        QueuePosition position = position(1600, Map.of(NOW.plusSeconds(101), 1600L));

        // Then: 13 min 20 s if all were sent, the first window after the end of the backlog as it is
        assertThat(limits.eta(place(1600), NOW)).isEqualTo(NOW.plusSeconds(800));
        assertThat(limits.eta(position, NOW)).isEqualTo(NOW.plusSeconds(110));
    }

    @Test
    void whoIsSentBeforeIsNotGivenUp() {
        // Given: the first twenty are given up late, and sent before
        AccountRateLimits limits = limits(new BudgetWindow(20, 20, Duration.ofSeconds(10), NOW.plusSeconds(10)));

        assertThat(limits.eta(position(40, Map.of(NOW.plusSeconds(100), 20L)), NOW))
                .isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void aWindowIsNeverImpossible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetWindow(-1, 0, QUARTER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetWindow(1, -1, QUARTER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetWindow(1, 0, Duration.ZERO, NOW));
    }

    private static QueuePosition position(long place, Map<Instant, Long> givenUp) {
        return new QueuePosition(place, new TreeMap<>(givenUp));
    }

    private static QueuePosition place(long place) {
        return new QueuePosition(place, new TreeMap<>());
    }

    private static AccountRateLimits limits(BudgetWindow... windows) {
        return new AccountRateLimits(List.of(windows), null, NOW);
    }
}
