package com.dmverify.api.store.person;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.verification.UserId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * When a tenant erased a person: a verification that began before and turns out later to be about that person is erased then.
 */
public final class Erasures {

    private static final LuaScript KEEP_LATEST = LuaScript.load(Erasures.class, "keep-latest");

    private final Redis redis;
    private final Duration longestRun;

    /**
     * Erasures in this Redis.
     *
     * @param longestRun how long a verification can be open: then all that began before the erase have ended
     */
    public Erasures(Redis redis, Duration longestRun) {
        this.redis = redis;
        this.longestRun = longestRun;
    }

    /** The tenant erased that person at that instant; the latest is kept. */
    public Mono<Void> erased(String tenant, UserId person, Instant when) {
        return redis.<Long>runReplicated(
                        KEEP_LATEST,
                        ScriptOutputType.INTEGER,
                        List.of(key(tenant, person)),
                        Redis.bytes(when.toEpochMilli()),
                        Redis.bytes(longestRun.toMillis()))
                .then();
    }

    /** Whether the tenant erased that person since that instant. */
    public Mono<Boolean> isErasedSince(String tenant, UserId person, Instant since) {
        return redis.get(key(tenant, person))
                .map(when -> Long.parseLong(when) >= since.toEpochMilli())
                .defaultIfEmpty(false);
    }

    private static String key(String tenant, UserId person) {
        return "verification-erased:{" + KeyHash.of("erased", tenant, person.value()) + "}";
    }
}
