package com.dmverify.api.store;

import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who waits for which user to act, and which user acted lately. A hint, kept beside the state and not in one script with it:
 * it is written before the state says so, and the state has the last word when it is read. The two halves answer each
 * other's race: whichever of "X refused" and "the user followed" is heard last, finds the other.
 */
public final class WaitingUsers {

    private static final RedisScript<Long> TAKE_ACT = Scripts.alone("take-act", Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final IdSets sets;
    private final Duration keep;

    WaitingUsers(ReactiveStringRedisTemplate redis, Duration keep) {
        this.redis = redis;
        this.sets = new IdSets(redis, keep);
        this.keep = keep;
    }

    /** This verification will wait for that user. */
    public Mono<Void> await(UserId brand, UserId user, VerificationId id) {
        return sets.add(key("waiting", brand, user), id);
    }

    /** The verifications that may wait for that user. */
    public Flux<VerificationId> waitingFor(UserId brand, UserId user) {
        return sets.members(key("waiting", brand, user));
    }

    /** It waits no more. */
    public Mono<Void> forget(UserId brand, UserId user, VerificationId id) {
        return sets.remove(key("waiting", brand, user), id);
    }

    /** That user opened the way for us at that instant. */
    public Mono<Void> acted(UserId brand, UserId user, Instant when) {
        return redis.opsForValue()
                .set(key("acted", brand, user), String.valueOf(when.toEpochMilli()), keep)
                .then();
    }

    /** Whether that user opened the way at or after that instant. The act is used up by a yes: it sends once. */
    public Mono<Boolean> takeActSince(UserId brand, UserId user, Instant since) {
        return redis.execute(
                        TAKE_ACT, List.of(key("acted", brand, user)), List.of(String.valueOf(since.toEpochMilli())))
                .next()
                .map(taken -> taken == 1);
    }

    private static String key(String what, UserId brand, UserId user) {
        return "verification-users:{%s:%s}:%s".formatted(brand.value(), user.value(), what);
    }
}
