package com.dmverify.api.store.person;

import com.dmverify.api.redis.KeyHash;
import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/**
 * The activities whose effect is done, by X's id and the account that X sent them to: two accounts that write to each other see
 * one activity under one id, each from its own side. It only spares work: the effects are idempotent by themselves, and an id is
 * remembered after its effect.
 */
public final class ProcessedActivities {

    /** As long as the records of x.activity are kept. */
    private static final Duration KEPT_FOR = Duration.ofDays(8);

    private final ReactiveStringRedisTemplate redis;

    public ProcessedActivities(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Whether the effect of this activity is done. */
    public Mono<Boolean> isDone(String accountUserId, String activityId) {
        return redis.hasKey(key(accountUserId, activityId));
    }

    /** The effect of this activity is done. */
    public Mono<Void> done(String accountUserId, String activityId) {
        return redis.opsForValue()
                .set(key(accountUserId, activityId), "", KEPT_FOR)
                .then();
    }

    private static String key(String accountUserId, String activityId) {
        return "verification-activity:{" + KeyHash.of("activity", accountUserId, activityId) + "}";
    }
}
