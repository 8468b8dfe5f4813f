package com.dmverify.api.store;

import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who waits for which user to act, and which user acted lately. A hint, kept beside the state and not in one script with it:
 * it is written before the state says so, and the state has the last word when it is read. The two halves answer each
 * other's race: whichever of "X refused" and "the user followed" is heard last, finds the other.
 */
public final class WaitingUsers {

    private final ReactiveStringRedisTemplate redis;
    private final Duration keep;

    WaitingUsers(ReactiveStringRedisTemplate redis, Duration keep) {
        this.redis = redis;
        this.keep = keep;
    }

    /** This verification will wait for that user. */
    public Mono<Void> await(UserId brand, UserId user, VerificationId id) {
        String key = key("waiting", brand, user);
        return redis.opsForSet()
                .add(key, id.value())
                .then(redis.expire(key, keep))
                .then();
    }

    /** The verifications that may wait for that user. */
    public Flux<VerificationId> waitingFor(UserId brand, UserId user) {
        return redis.opsForSet().members(key("waiting", brand, user)).map(VerificationId::new);
    }

    /** It waits no more. */
    public Mono<Void> forget(UserId brand, UserId user, VerificationId id) {
        return redis.opsForSet().remove(key("waiting", brand, user), id.value()).then();
    }

    /** That user opened the way for us at that instant. */
    public Mono<Void> acted(UserId brand, UserId user, Instant when) {
        return redis.opsForValue()
                .set(key("acted", brand, user), String.valueOf(when.toEpochMilli()), keep)
                .then();
    }

    /** Whether that user opened the way at or after that instant. */
    public Mono<Boolean> hasActedSince(UserId brand, UserId user, Instant since) {
        return redis.opsForValue()
                .get(key("acted", brand, user))
                .map(millis -> Long.parseLong(millis) >= since.toEpochMilli())
                .defaultIfEmpty(false);
    }

    private static String key(String what, UserId brand, UserId user) {
        return "verification-users:{%s:%s}:%s".formatted(brand.value(), user.value(), what);
    }
}
