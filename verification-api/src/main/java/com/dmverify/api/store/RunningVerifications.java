package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/**
 * Which verification runs for a tenant, target and purpose. A name is taken before the verification is opened; whoever
 * finds the name taken opens under the same id, so that two starts at once still make one verification.
 */
public final class RunningVerifications {

    private static final RedisScript<String> CLAIM = Scripts.alone("claim-running", String.class);

    private final ReactiveStringRedisTemplate redis;
    private final Duration longestRun;

    RunningVerifications(ReactiveStringRedisTemplate redis, Duration longestRun) {
        this.redis = redis;
        this.longestRun = longestRun;
    }

    /** The id that has the name: the candidate's, if nobody had it. */
    public Mono<VerificationId> claim(String name, VerificationId candidate) {
        return run(name, candidate, "");
    }

    /** The same, when the one that had the name is over. */
    public Mono<VerificationId> replace(String name, VerificationId over, VerificationId candidate) {
        return run(name, candidate, over.value());
    }

    private Mono<VerificationId> run(String name, VerificationId candidate, String over) {
        return redis.execute(
                        CLAIM,
                        List.of("verification-running:{" + name + "}"),
                        List.of(candidate.value(), over, String.valueOf(longestRun.toMillis())))
                .next()
                .map(VerificationId::new);
    }
}
