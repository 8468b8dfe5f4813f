package com.dmverify.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.deployment.SendLimit;
import com.dmverify.guarantees.deployment.ServiceProcess;
import com.dmverify.guarantees.evidence.SandboxRecording;
import com.dmverify.guarantees.evidence.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * With more to send than X allows, the whole budget is used and never a call more, by one replica and by three. What waits
 * is refilled as it is sent, and each account has until {@link #LONGEST} to show a row of windows that are used up: neither
 * a slow start nor a pause of the machine decides. {@code -Dbudget.windows=10 -Dbudget.seconds=10} takes longer.
 */
class BudgetUseIT {

    private static final int WINDOWS = Integer.getInteger("budget.windows", 2);
    private static final SendLimit ALLOWED =
            new SendLimit(20, Duration.ofSeconds(Integer.getInteger("budget.seconds", 5)));
    private static final Duration LONG_ENOUGH = Duration.ofHours(2);
    /** For one account with so many replicas: sixty windows, and not less than five minutes. */
    private static final Duration LONGEST =
            Duration.ofMinutes(5).plus(ALLOWED.window().multipliedBy(60));

    @Test
    void allOfItIsUsedByOneReplicaAndByThree() {
        // Given
        try (Deployment deployment = Deployment.with(ALLOWED, LONG_ENOUGH, 1)) {
            SandboxRecording x = new SandboxRecording(deployment.sandbox());
            try (Backlog backlog = Backlog.of(deployment, x, 3 * ALLOWED.messages())) {

                // When
                usesAll("1 replica", x, backlog, Instant.EPOCH);
                deployment.addSenders(2);
                deployment.senders().forEach(ServiceProcess::awaitReady);
                usesAll("3 replicas", x, backlog, newest(x));

                // Then
                assertThat(x.callsBeyondLimit()).isZero();
            }
        }
    }

    private static void usesAll(String replicas, SandboxRecording x, Backlog backlog, Instant from) {
        for (Brand brand : Brand.ALL) {
            await(String.format(Locale.ROOT, "%s: %d windows of %s that are used up", replicas, WINDOWS, brand.name()))
                    .atMost(LONGEST)
                    .until(() -> {
                        x.poll();
                        backlog.isWhole();
                        return rows(brand, x, from).anyMatch(row -> isUsedUp(brand, replicas, row));
                    });
        }
    }

    /** Every row of windows one after the other, and the one after them, which shows when the last of them ended. */
    private static Stream<List<Window>> rows(Brand brand, SandboxRecording x, Instant from) {
        List<Window> windows = windows(brand, x).stream()
                .filter(window -> window.opened().isAfter(from))
                .toList();
        return IntStream.rangeClosed(0, windows.size() - WINDOWS - 1)
                .mapToObj(first -> windows.subList(first, first + WINDOWS + 1));
    }

    /** Windows are seconds here: what it takes to begin a new one weighs more than in X's quarter of an hour. */
    private static boolean isUsedUp(Brand brand, String replicas, List<Window> row) {
        BudgetUse use = BudgetUse.of(row, ALLOWED);
        boolean usedUp = use.ofWindows() >= 0.99 && use.ofTime() >= 0.9;
        if (usedUp) {
            System.out.printf(
                    Locale.ROOT,
                    "budget of %s, %s, %d windows of %d: %s%n",
                    brand.name(),
                    replicas,
                    WINDOWS,
                    ALLOWED.messages(),
                    use);
        }
        return usedUp;
    }

    /** When the newest message was sent: a window that opens later was opened with all replicas ready. */
    private static Instant newest(SandboxRecording x) {
        x.poll();
        return x.dms().stream().map(dm -> dm.at()).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static List<Window> windows(Brand brand, SandboxRecording x) {
        return Window.of(
                x.dms().stream()
                        .filter(dm -> dm.from().equals(brand.id()))
                        .map(dm -> dm.at())
                        .toList(),
                ALLOWED.window());
    }
}
