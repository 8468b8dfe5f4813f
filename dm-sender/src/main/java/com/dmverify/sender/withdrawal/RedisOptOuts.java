package com.dmverify.sender.withdrawal;

import com.dmverify.redis.LuaScript;
import com.dmverify.sender.redis.RedisScriptRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Opt-outs in Redis, one key each, read from the master. An opt-out ends only with a later change; that a person wants
 * messages again is remembered for a while, so that an older record changes nothing. The key of a person also holds marks of
 * records that cannot be read yet; those records lie in one hash, by partition and offset.
 */
public final class RedisOptOuts implements OptOuts {

    private static final LuaScript CHANGE = LuaScript.load(RedisOptOuts.class, "opt-out-change");
    private static final LuaScript UNREAD = LuaScript.load(RedisOptOuts.class, "opt-out-unread");
    private static final String UNREAD_RECORDS = "dm-sender:opt-outs-unread";
    private static final String OPTED_IN = "in:";
    private static final String MARK = "|";
    private static final String NO_MARK = "";

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
        return known != null && !(known.startsWith(OPTED_IN) && !known.contains(MARK));
    }

    @Override
    public void changed(String account, String userId, boolean optedOut, Instant occurredAt) {
        change(account, userId, optedOut, occurredAt, NO_MARK);
    }

    private void change(String account, String userId, boolean optedOut, Instant occurredAt, String mark) {
        scripts.number(
                CHANGE,
                List.of(key(account, userId)),
                optedOut ? "out" : "in",
                String.valueOf(occurredAt.toEpochMilli()),
                String.valueOf(memory.toMillis()),
                mark);
    }

    /** The record is kept before its person is marked, so that no mark is left whose record is not there. */
    @Override
    public void keepUnread(UnreadOptOut record) {
        redis.opsForHash().put(UNREAD_RECORDS, record.place(), UnreadText.write(record));
        scripts.number(UNREAD, List.of(key(record.account(), record.userId())), mark(record));
    }

    @Override
    public List<UnreadOptOut> unread() {
        return redis.<String, String>opsForHash().entries(UNREAD_RECORDS).entrySet().stream()
                .map(entry -> UnreadText.read(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void wasRead(UnreadOptOut record, boolean optedOut, Instant occurredAt) {
        change(record.account(), record.userId(), optedOut, occurredAt, mark(record));
        redis.opsForHash().delete(UNREAD_RECORDS, record.place());
    }

    private static String mark(UnreadOptOut record) {
        return MARK + record.place() + ";";
    }

    static String key(String account, String userId) {
        return "dm-sender:opt-out:{" + account + ":" + userId + "}";
    }
}
