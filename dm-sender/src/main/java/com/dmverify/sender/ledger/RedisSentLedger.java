package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import com.dmverify.redis.LuaScript;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Recipient;
import com.dmverify.sender.redis.RedisScriptRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The ledger in Redis, one entry for each dispatch. Fails closed: without Redis nothing is sent, nor where claim, call and outcome
 * are to be on replicas and too few have them.
 */
public final class RedisSentLedger implements SentLedger {

    private static final LuaScript CLAIM = script("claim");
    private static final LuaScript ADDRESS = script("recipient");
    private static final LuaScript CALL = script("call");
    private static final LuaScript SETTLE = script("settle");
    private static final LuaScript RELEASE = script("release");

    private final RedisScriptRunner redis;
    private final EventCodec codec;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Spans spans;

    /**
     * How long what is kept.
     *
     * @param lease how long a claim is respected: longer than three calls to X, so that one which begins in its first two
     *     thirds ends within it
     * @param memory how long an entry is kept after its last change: longer than any verification lives
     */
    public record Spans(Duration lease, Duration memory) {}

    /** @param nanoTime a monotonic clock, by which an owner measures its lease */
    public RedisSentLedger(RedisScriptRunner redis, EventCodec codec, Clock clock, LongSupplier nanoTime, Spans spans) {
        this.redis = redis;
        this.codec = codec;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.spans = spans;
    }

    @Override
    public ClaimResult claim(DispatchId id) {
        String owner = UUID.randomUUID().toString();
        Lease lease = Lease.begin(nanoTime, spans.lease());
        String leaseMillis = String.valueOf(spans.lease().toMillis());
        String answer =
                redis.replicatedText(CLAIM, keys(id), owner, leaseMillis, millis(clock.instant()), memoryMillis());
        String[] words = answer.split(":", 2);
        return switch (words[0]) {
            case "claimed" -> new ClaimResult.Claimed(claim(id, owner, words[1].split(":", -1), lease));
            case "held" -> new ClaimResult.HeldUntil(clock.instant().plusMillis(Long.parseLong(words[1])));
            case "settled" -> new ClaimResult.Settled(decoded(words[1]));
            default -> throw new IllegalStateException("claim.lua says " + words[0]);
        };
    }

    private static Claim claim(DispatchId id, String owner, String[] known, Lease lease) {
        boolean withdrawn = known[0].equals("1");
        int calls = Integer.parseInt(known[1]);
        Instant first = known[2].isEmpty() ? null : instant(known[2]);
        InDoubtCall inDoubtCall = known[3].isEmpty() ? null : new InDoubtCall(instant(known[3]), instant(known[4]));
        Recipient recipient = known[5].isEmpty() ? null : RecipientText.read(known[5], known[6], known[7]);
        return new Claim(id, owner, first, inDoubtCall, recipient, calls, withdrawn, lease);
    }

    @Override
    public boolean address(Claim claim, Recipient recipient) {
        return redis.number(ADDRESS, entry(claim.id()), claim.owner(), RecipientText.write(recipient)) == 1;
    }

    @Override
    public CallStart call(Claim claim, Instant at) {
        String answer = redis.replicatedText(CALL, keys(claim.id()), claim.owner(), millis(at));
        return CallStart.valueOf(answer.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean settle(Claim claim, DmAttempted event) {
        String recorded = Base64.getEncoder().encodeToString(codec.encode(event));
        return redis.replicatedNumber(SETTLE, keys(claim.id()), claim.owner(), recorded, memoryMillis()) == 1;
    }

    @Override
    public void release(Claim claim) {
        release(claim, "0");
    }

    @Override
    public boolean releaseUnconfirmed(Claim claim) {
        return release(claim, "1") == 2;
    }

    private long release(Claim claim, String unconfirmed) {
        String since = claim.inDoubtCall()
                .map(InDoubtCall::since)
                .map(RedisSentLedger::millis)
                .orElse("");
        String over = claim.inDoubtCall()
                .map(InDoubtCall::over)
                .map(RedisSentLedger::millis)
                .orElse("");
        return redis.number(RELEASE, keys(claim.id()), claim.owner(), since, over, memoryMillis(), unconfirmed);
    }

    private DmAttempted decoded(String recorded) {
        return codec.decode(Base64.getDecoder().decode(recorded), DmAttempted.class);
    }

    private String memoryMillis() {
        return String.valueOf(spans.memory().toMillis());
    }

    private static List<String> entry(DispatchId id) {
        return List.of(LedgerKeys.entry(id));
    }

    private static List<String> keys(DispatchId id) {
        return List.of(LedgerKeys.entry(id), LedgerKeys.lease(id), LedgerKeys.withdrawn(id.verificationId()));
    }

    private static String millis(Instant instant) {
        return String.valueOf(instant.toEpochMilli());
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static LuaScript script(String name) {
        return LuaScript.load(RedisSentLedger.class, "ledger-" + name);
    }
}
