package com.dmverify.sender.withdrawal;

import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.sender.redis.RedisScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Opt-outs in Redis, one key each, read from the master. An opt-out ends only with a later change; that a person wants
 * messages again is remembered for a while, so that an older record changes nothing.
 */
public final class RedisOptOuts implements OptOuts {

    private static final RedisScript<Long> CHANGE = RedisScripts.named("opt-out-change", Long.class);
    private static final String OPTED_IN = "in:";

    private final StringRedisTemplate redis;
    private final RedisScriptRunner scripts;
    private final Duration memory;

    /** @param memory how long it is remembered that a person wants messages again */
    public RedisOptOuts(StringRedisTemplate redis, RedisScriptRunner scripts, Duration memory) {
        this.redis = redis;
        this.scripts = scripts;
        this.memory = memory;
    }

    @Override
    public boolean isOptedOut(String account, String userId) {
        String known = redis.opsForValue().get(key(account, userId));
        return known != null && !known.startsWith(OPTED_IN);
    }

    @Override
    public void changed(String account, String userId, boolean optedOut, Instant occurredAt) {
        scripts.run(
                CHANGE,
                List.of(key(account, userId)),
                optedOut ? "out" : "in",
                String.valueOf(occurredAt.toEpochMilli()),
                String.valueOf(memory.toMillis()));
    }

    static String key(String account, String userId) {
        return "dm-sender:opt-out:{" + account + ":" + userId + "}";
    }
}
