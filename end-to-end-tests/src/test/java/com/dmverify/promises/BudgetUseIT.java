package com.dmverify.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.allinone.Http;
import com.dmverify.promises.evidence.Dm;
import com.dmverify.promises.evidence.Window;
import com.dmverify.promises.evidence.XRecord;
import com.dmverify.promises.stage.Allowed;
import com.dmverify.promises.stage.Brand;
import com.dmverify.promises.stage.Service;
import com.dmverify.promises.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * With more to send than X allows, the whole budget is used and never a call more, by one replica and by three. {@code
 * -Dbudget.windows=10 -Dbudget.seconds=10} takes longer.
 */
class BudgetUseIT {

    private static final int WINDOWS = Integer.getInteger("budget.windows", 2);
    private static final Allowed ALLOWED = new Allowed(20, Duration.ofSeconds(Integer.getInteger("budget.seconds", 5)));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
    /** The window in which the others join: partitions move. */
    private static final int JOINING = 1;
    /** For what passes before the others are ready to join. */
    private static final int SPARE = 6;
    /** So many ask at a time: a sender has all of a window's orders when the window opens. */
    private static final int ASKING = 16;

    @Test
    void allOfItIsUsedByOneReplicaAndByThree() {
        // Given
        try (Stage stage = Stage.with(ALLOWED, LONG_ENOUGH, 1)) {
            XRecord x = new XRecord(stage.sandbox());
            backlog(stage, (2 * WINDOWS + JOINING + SPARE) * ALLOWED.messages());

            // When
            untilWindow(WINDOWS, x);
            stage.addSenders(2);
            stage.senders().forEach(Service::awaitReady);
            untilWindow(opened(x) + JOINING + WINDOWS, x);

            // Then
            assertThat(x.overdrawn()).isZero();
            for (Brand brand : Brand.ALL) {
                List<Window> windows = windows(brand, x);
                isAllUsed(brand, "1 replica", windows.subList(0, WINDOWS + 1));
                int joined = windows.size() - 1 - WINDOWS;
                isAllUsed(brand, "3 replicas", windows.subList(joined, windows.size()));
            }
        }
    }

    private static void isAllUsed(Brand brand, String replicas, List<Window> windows) {
        Use use = Use.of(windows, ALLOWED);
        System.out.printf(
                "budget of %s, %s, %d windows of %d: %s%n", brand.name(), replicas, WINDOWS, ALLOWED.messages(), use);
        assertThat(use.ofWindows()).isGreaterThanOrEqualTo(0.99);
        // Windows are seconds here: what it takes to begin a new one weighs more than in X's quarter of an hour.
        assertThat(use.ofTime()).isGreaterThanOrEqualTo(0.9);
    }

    private static void backlog(Stage stage, int each) {
        int people = each * Brand.ALL.size();
        stage.sandbox().post("/sandbox/users/bulk", "{\"count\": %d, \"prefix\": \"backlog\"}".formatted(people));
        List<Http> apis = Brand.ALL.stream().map(stage::api).toList();
        try (ExecutorService hands = Executors.newFixedThreadPool(ASKING)) {
            IntStream.rangeClosed(1, people)
                    .mapToObj(person ->
                            CompletableFuture.runAsync(() -> asks(person, apis.get(person % apis.size())), hands))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private static void asks(int person, Http api) {
        assertThat(api.post("/v1/verifications", "{\"target\": {\"handle\": \"@backlog%d\"}}".formatted(person))
                        .status())
                .isEqualTo(202);
    }

    /** Waits until this window, from 0, has opened for everybody. */
    private static void untilWindow(int number, XRecord x) {
        await("window " + number)
                .atMost(ALLOWED.window().multipliedBy(2L * number + 10))
                .until(() -> {
                    x.look();
                    return Brand.ALL.stream()
                            .allMatch(brand -> windows(brand, x).size() > number);
                });
    }

    /** The number of the latest window that anybody has opened, from 0. */
    private static int opened(XRecord x) {
        x.look();
        return Brand.ALL.stream()
                        .mapToInt(brand -> windows(brand, x).size())
                        .max()
                        .orElseThrow()
                - 1;
    }

    private static List<Window> windows(Brand brand, XRecord x) {
        return Window.of(
                x.dms().stream()
                        .filter(dm -> dm.from().equals(brand.id()))
                        .map(Dm::at)
                        .toList(),
                ALLOWED.window());
    }
}
