package com.dmverify.sender.send;

import com.dmverify.sender.order.Recipient;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Resolves handles to ids by asking X, and remembers the answer for a short while: X bills each lookup, and a dispatch
 * may pass here several times. Not for long, since handles change hands.
 */
public final class RecipientResolver {

    private static final int MOST = 10_000;

    private final Cache<Handle, Recipient> known;
    private final Clock clock;
    private final Duration memory;
    private final boolean preFlight;

    /**
     * @param memory how long X's answer is believed
     * @param preFlight whether X's hints count on who takes messages
     */
    public RecipientResolver(Clock clock, Duration memory, boolean preFlight) {
        this.clock = clock;
        this.memory = memory;
        this.preFlight = preFlight;
        known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(memory)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Who this is, as X says or said lately. */
    public Answer<Recipient> resolve(Handle handle, Users users) {
        Recipient remembered = known.getIfPresent(handle);
        if (remembered != null && isFresh(remembered.asOf())) {
            return new Answer.Ok<>(remembered, RateLimits.none());
        }
        Instant asked = clock.instant();
        Answer<Recipient> answer = users.byHandle(handle).map(user -> recipient(user, asked));
        if (answer instanceof Answer.Ok<Recipient>(Recipient found, RateLimits _)) {
            // A hint is of this moment: a minute later the user may follow us.
            known.put(handle, new Recipient(found.id(), found.handle(), found.asOf(), false));
        }
        return answer;
    }

    /** Whether the recipient is known, and if it came from a handle recently enough to be sent to. */
    boolean isCurrent(SendContext context) {
        Recipient recipient = context.recipient();
        return recipient != null && (context.order().target().userId() != null || isFresh(recipient.asOf()));
    }

    /** Whether X's answer of then about a handle may still be used. */
    public boolean isFresh(@Nullable Instant asOf) {
        return asOf != null && clock.instant().isBefore(asOf.plus(memory));
    }

    private Recipient recipient(XUser user, Instant asked) {
        boolean closed = preFlight && Boolean.FALSE.equals(ReachabilityHint.takesMessages(user));
        return new Recipient(user.id(), user.handle(), asked, closed);
    }
}
