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

    /** The account's sender spoke. */
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

    /** The account is no more. */
    void forget(String account) {
        byAccount.remove(account);
    }

    /** The account's limits; nothing if its sender has been silent for too long. */
    Optional<AccountRateLimits> of(String account) {
        return Optional.ofNullable(byAccount.get(account))
                .filter(limits -> limits.observedAt().plus(believedFor).isAfter(clock.instant()));
    }
}
