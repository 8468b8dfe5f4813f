package com.dmverify.sender.recipient;

import com.dmverify.sender.order.Target;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.RateLimits;
import com.dmverify.x.user.Users;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Resolves handles to ids by asking X, and remembers the answer for a short while: X bills each lookup, and a dispatch
 * may pass here several times. Not for long, since handles change hands.
 */
public final class Recipients {

    private static final int MOST = 10_000;

    private final Cache<Handle, Recipient> known;

    /** @param memory how long X's answer is believed */
    public Recipients(Clock clock, Duration memory) {
        known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(memory)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Whom this target is, asking at this door of X if need be. */
    public Answer<Recipient> resolve(Target target, Users users) {
        if (target.userId() != null) {
            return new Answer.Ok<>(new Recipient(target.userId(), target.handle()), RateLimits.none());
        }
        Handle handle = Objects.requireNonNull(target.handle(), "a target has one of both");
        Recipient remembered = known.getIfPresent(handle);
        if (remembered != null) {
            return new Answer.Ok<>(remembered, RateLimits.none());
        }
        Answer<Recipient> answer = users.byHandle(handle).map(user -> new Recipient(user.id(), user.handle()));
        if (answer instanceof Answer.Ok<Recipient>(Recipient found, RateLimits _)) {
            known.put(handle, found);
        }
        return answer;
    }
}
