package com.dmverify.api.eta;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.store.queue.TenantQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tenants share an account with 15 messages in 15 minutes; the queue is first in, first out, as dm-sender's is. */
class SharedAccountLimitTest {

    private static final int BUDGET = 15;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    /** A queued message. */
    private record Message(String tenant, Instant queuedAt) {}

    private final Deque<Message> queue = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private int sentOfFlood;
    private Instant now = START;
    private Instant resetsAt = START;
    private long left = BUDGET;

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 60})
    void aTenantThatFloodsDelaysTheNextStartOfAnotherByTwoWindowsAtMost(int sendWithinMinutes) {
        Duration sendWithin = Duration.ofMinutes(sendWithinMinutes);

        for (int tick = 0; tick < 2_000; tick++) {
            flood(sendWithin);
            if (tick % 50 == 0 && waiting("quiet") == 0) {
                assertThat(start("quiet", sendWithin)).isTrue();
            }
            advance();
        }

        assertThat(waits)
                .hasSizeGreaterThan(10)
                .allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(WINDOW.multipliedBy(2)));
    }

    @Test
    void whatTheOtherLeavesUnusedIsItsToUse() {
        int windows = 20;
        Instant end = START.plus(WINDOW.multipliedBy(windows));

        while (now.isBefore(end)) {
            flood(Duration.ofMinutes(5));
            advance();
        }

        assertThat(sentOfFlood).isGreaterThanOrEqualTo(BUDGET * (windows - 1));
    }

    @Test
    void aTenantWithItsShareIsRefusedOnlyWhileTheQueueIsFull() {
        assertThat(SharedAccountLimit.isRefused(10, 5, new TenantQueue(9, 9))).isFalse();
        assertThat(SharedAccountLimit.isRefused(10, 5, new TenantQueue(10, 5))).isTrue();
        assertThat(SharedAccountLimit.isRefused(10, 5, new TenantQueue(30, 4))).isFalse();
        assertThat(SharedAccountLimit.share(0, 2)).isEqualTo(1);
        assertThat(SharedAccountLimit.share(15, 2)).isEqualTo(7);
        assertThat(SharedAccountLimit.share(Long.MAX_VALUE, 2)).isEqualTo(Integer.MAX_VALUE);
    }

    private void flood(Duration sendWithin) {
        for (int i = 0; i < 40; i++) {
            start("flood", sendWithin);
        }
    }

    private boolean start(String tenant, Duration sendWithin) {
        AccountRateLimits limits =
                new AccountRateLimits(List.of(new BudgetWindow(BUDGET, left, WINDOW, resetsAt)), null, now);
        long sendable = limits.sendable(now, now.plus(sendWithin));
        boolean refused = SharedAccountLimit.isRefused(
                sendable, SharedAccountLimit.share(sendable, 2), new TenantQueue(queue.size(), waiting(tenant)));
        if (!refused) {
            queue.add(new Message(tenant, now));
        }
        return !refused;
    }

    private long waiting(String tenant) {
        return queue.stream().filter(message -> message.tenant().equals(tenant)).count();
    }

    private void advance() {
        now = now.plus(TICK);
        if (!now.isBefore(resetsAt)) {
            left = BUDGET;
        }
        while (left > 0 && !queue.isEmpty()) {
            if (left == BUDGET) {
                resetsAt = now.plus(WINDOW);
            }
            left--;
            sent(queue.remove());
        }
    }

    private void sent(Message message) {
        if (message.tenant().equals("flood")) {
            sentOfFlood++;
        } else {
            waits.add(Duration.between(message.queuedAt(), now));
        }
    }
}
