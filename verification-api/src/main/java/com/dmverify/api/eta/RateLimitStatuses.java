package com.dmverify.api.eta;

import com.dmverify.events.RateLimitStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest rate limits of each account, unless they are too old. */
final class RateLimitStatuses {

    private final Map<String, AccountRateLimits> byAccount = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration believedFor;

    RateLimitStatuses(Clock clock, Duration believedFor) {
        this.clock = clock;
        this.believedFor = believedFor;
    }

    /** Replaces the rate limits of an account. */
    void update(RateLimitStatus event) {
        byAccount.put(
                event.getAccount(),
                new AccountRateLimits(
                        event.getWindows().stream()
                                .map(window -> new BudgetWindow(
                                        window.getLimit(),
                                        window.getLeft(),
                                        Duration.ofMillis(window.getLengthMs()),
                                        window.getResetsAt()))
                                .toList(),
                        event.getBlockedUntil(),
                        event.getObservedAt()));
    }

    /** Removes an account that dm-sender no longer has. */
    void forget(String account) {
        byAccount.remove(account);
    }

    /** Returns the rate limits of an account; empty if the last report is too old. */
    Optional<AccountRateLimits> of(String account) {
        return Optional.ofNullable(byAccount.get(account))
                .filter(limits -> limits.observedAt().plus(believedFor).isAfter(clock.instant()));
    }
}
