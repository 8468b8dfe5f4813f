package com.dmverify.api.eta;

import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RateLimitWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What dm-sender says of an account's limits. */
public final class RateLimitEvents {

    private RateLimitEvents() {}

    /** An account with these windows. */
    public static RateLimitStatus limits(String account, Instant now, RateLimitWindow... windows) {
        return RateLimitStatus.newBuilder()
                .setAccount(account)
                .setWindows(List.of(windows))
                .setObservedAt(now)
                .build();
    }

    /** Whether the running service goes by it. */
    public static boolean isHeard(RateLimitStatus limits, ApplicationContext service) {
        RateLimitStatuses same = new RateLimitStatuses(service.getBean(Clock.class), Duration.ofDays(1));
        same.update(limits);
        return service.getBean(RateLimitStatuses.class).of(limits.getAccount()).equals(same.of(limits.getAccount()));
    }

    /** One window; it does not run if it {@code resetsAt} a time that is over. */
    public static RateLimitWindow window(long limit, long left, Duration length, Instant resetsAt) {
        return RateLimitWindow.newBuilder()
                .setName("short")
                .setLimit(limit)
                .setLeft(left)
                .setLengthMs(length.toMillis())
                .setResetsAt(resetsAt)
                .build();
    }
}
