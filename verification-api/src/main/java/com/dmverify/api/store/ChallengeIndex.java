package com.dmverify.api.store;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.ChallengeToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Which verification a challenge token belongs to, under the SHA-256 of the token: its 69 bits cannot be tried out within its
 * life. An entry ends with the life of its challenge.
 */
public final class ChallengeIndex {

    private final Redis redis;
    private final Clock clock;

    ChallengeIndex(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Enters a token until this instant, once or again. */
    public Mono<Void> add(ChallengeToken token, VerificationId id, Instant until) {
        Duration life = Duration.between(clock.instant(), until);
        return life.isPositive()
                ? redis.<String>send(commands -> commands.psetex(
                                Redis.bytes(key(token)), Math.max(1, life.toMillis()), Redis.bytes(id.value())))
                        .then()
                : Mono.empty();
    }

    /** The verification that this token belongs to; empty if there is none. */
    public Mono<VerificationId> find(ChallengeToken token) {
        return redis.get(key(token)).filter(VerificationId::isId).map(VerificationId::new);
    }

    private static String key(ChallengeToken token) {
        return "verification-challenge:{" + KeyHash.of("challenge", token.text()) + "}";
    }
}
