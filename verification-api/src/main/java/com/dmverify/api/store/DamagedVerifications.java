package com.dmverify.api.store;

import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The quarantine as operators see it: what {@link Quarantine} has put aside, the stored values, and the end of one. */
public final class DamagedVerifications {

    private static final LuaScript END = LuaScript.load(DamagedVerifications.class, "end-damaged");

    /** Written by {@code put-aside.lua}: number of looks, epoch milliseconds of the last one, cause. */
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,9}) (\\d{1,15}) (.*)", Pattern.DOTALL);

    private final Redis redis;
    private final Quarantine quarantine;

    DamagedVerifications(Redis redis, Quarantine quarantine) {
        this.redis = redis;
        this.quarantine = quarantine;
    }

    /** All entries, shard by shard. */
    public Flux<Entry> all() {
        return quarantine.all().concatMap(this::find);
    }

    /** The entry of this verification; empty if it is not in the quarantine. */
    public Mono<Entry> find(VerificationId id) {
        int shard = Shards.of(id);
        return redis.<byte[]>send(commands -> commands.hget(key(Shards.quarantine(shard)), key(id.value())))
                .zipWith(nextLook(id))
                .map(found ->
                        Entry.parse(id, Redis.text(found.getT1()), found.getT2().orElse(null)));
    }

    /** The stored value; empty if there is none. */
    public Mono<String> stored(VerificationId id) {
        return redis.get(Shards.verification(id));
    }

    /** Deletes the verification, its deadline and its entry in one step. False if it is not in the quarantine. */
    public Mono<Boolean> end(VerificationId id) {
        int shard = Shards.of(id);
        return redis.<Long>run(
                        END,
                        ScriptOutputType.INTEGER,
                        List.of(Shards.verification(id), Shards.deadlines(shard), Shards.quarantine(shard)),
                        key(id.value()))
                .map(ended -> ended > 0);
    }

    private Mono<Optional<Instant>> nextLook(VerificationId id) {
        return redis.<Double>send(commands -> commands.zscore(key(Shards.deadlines(Shards.of(id))), key(id.value())))
                .map(score -> Optional.of(Instant.ofEpochMilli(score.longValue())))
                .defaultIfEmpty(Optional.empty());
    }

    private static byte[] key(String text) {
        return Redis.bytes(text);
    }

    /**
     * One damaged verification.
     *
     * @param looks how often it was found damaged
     * @param lastLookAt when it was last found damaged
     * @param nextLookAt when it is looked at again; null if it has no deadline
     */
    public record Entry(
            VerificationId id,
            int looks,
            Instant lastLookAt,
            @Nullable Instant nextLookAt,
            String cause) {

        static Entry parse(VerificationId id, String text, @Nullable Instant nextLookAt) {
            Matcher matcher = ENTRY.matcher(text);
            return matcher.matches()
                    ? new Entry(
                            id,
                            Integer.parseInt(matcher.group(1)),
                            Instant.ofEpochMilli(Long.parseLong(matcher.group(2))),
                            nextLookAt,
                            matcher.group(3))
                    : new Entry(id, 0, Instant.EPOCH, nextLookAt, text);
        }
    }
}
