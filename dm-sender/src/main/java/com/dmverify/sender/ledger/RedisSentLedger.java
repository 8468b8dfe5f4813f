package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.recipient.Recipient;
import com.dmverify.sender.script.RedisScriptRunner;
import com.dmverify.sender.script.RedisScripts;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The ledger in Redis, one key for each dispatch. Fails closed: without Redis nothing is sent.
 */
public final class RedisSentLedger implements SentLedger {

    private static final RedisScript<String> CLAIM = script("claim", String.class);
    private static final RedisScript<Long> ADDRESS = script("address", Long.class);
    private static final RedisScript<Long> SETTLE = script("settle", Long.class);
    private static final RedisScript<Long> RELEASE = script("release", Long.class);

    private final RedisScriptRunner redis;
    private final EventCodec codec;
    private final Clock clock;
    private final Duration lease;
    private final Duration memory;

    /**
     * @param lease how long a claim is respected: longer than three calls to X, so that one which begins in its first two
     *     thirds ends within it
     * @param memory how long an entry is kept after its last change: longer than any verification lives
     */
    public RedisSentLedger(RedisScriptRunner redis, EventCodec codec, Clock clock, Duration lease, Duration memory) {
        this.redis = redis;
        this.codec = codec;
        this.clock = clock;
        this.lease = lease;
        this.memory = memory;
    }

    @Override
    public Claiming claim(DispatchId id) {
        String owner = UUID.randomUUID().toString();
        Instant now = clock.instant();
        String answer = redis.run(CLAIM, key(id), owner, millis(now), millis(now.plus(lease)), memoryMillis());
        String[] words = answer.split(":", 2);
        return switch (words[0]) {
            case "claimed" -> new Claiming.Claimed(claim(id, owner, words[1].split(":", -1), now));
            case "held" -> new Claiming.HeldUntil(instant(words[1]));
            case "settled" -> new Claiming.Settled(decoded(words[1]));
            default -> throw new IllegalStateException("claim.lua says " + words[0]);
        };
    }

    private Claim claim(DispatchId id, String owner, String[] known, Instant now) {
        Doubt doubt = known[0].isEmpty() ? null : new Doubt(instant(known[0]), instant(known[1]));
        Recipient recipient = known[2].isEmpty() ? null : recipient(known[2], known[3]);
        return new Claim(
                id, owner, doubt, recipient, now.plus(lease.multipliedBy(2).dividedBy(3)));
    }

    private static Recipient recipient(String id, String handle) {
        return new Recipient(new UserId(id), handle.isEmpty() ? null : new Handle(handle));
    }

    @Override
    public boolean address(Claim claim, Recipient recipient) {
        Handle handle = recipient.handle();
        String to = recipient.id().value() + ":" + (handle == null ? "" : handle.value());
        return redis.run(ADDRESS, key(claim.id()), claim.owner(), to) == 1;
    }

    @Override
    public boolean settle(Claim claim, DmAttempted event) {
        String recorded = Base64.getEncoder().encodeToString(codec.encode(event));
        return redis.run(SETTLE, key(claim.id()), claim.owner(), recorded, memoryMillis()) == 1;
    }

    @Override
    public void release(Claim claim) {
        String since =
                claim.doubt().map(Doubt::since).map(RedisSentLedger::millis).orElse("");
        String over =
                claim.doubt().map(Doubt::over).map(RedisSentLedger::millis).orElse("");
        redis.run(RELEASE, key(claim.id()), claim.owner(), since, over, memoryMillis());
    }

    private DmAttempted decoded(String recorded) {
        return codec.decode(Base64.getDecoder().decode(recorded), DmAttempted.class);
    }

    private String memoryMillis() {
        return String.valueOf(memory.toMillis());
    }

    private static List<String> key(DispatchId id) {
        return List.of("dm-sender:sent:{%s}:%d".formatted(id.verificationId(), id.dispatch()));
    }

    private static String millis(Instant instant) {
        return String.valueOf(instant.toEpochMilli());
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static <T> RedisScript<T> script(String name, Class<T> result) {
        return RedisScripts.beside(RedisSentLedger.class, name, result);
    }
}
