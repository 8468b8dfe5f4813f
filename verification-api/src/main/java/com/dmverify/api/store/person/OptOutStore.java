package com.dmverify.api.store.person;

import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.outbox.OutboxStreams;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/**
 * Who opted out of the messages of which brand: by the person's numeric id alone, because handles change hands. The state and
 * the records that tell dm-sender are one script. The state has no end; it holds nothing but itself and its time.
 */
public final class OptOutStore {

    private static final Pattern STATE = Pattern.compile("(opted_out|opted_in) ([0-9]{1,15})");

    private static final LuaScript CHANGE = LuaScript.load(OptOutStore.class, "opt-out");

    private final Redis redis;
    private final Duration startKeptFor;
    private final Duration recordsKeptFor;

    /**
     * Opt-outs in this Redis.
     *
     * @param startKeptFor how long the time of a START is kept
     * @param recordsKeptFor how long a record waits for Kafka
     */
    public OptOutStore(Redis redis, Duration startKeptFor, Duration recordsKeptFor) {
        this.redis = redis;
        this.startKeptFor = startKeptFor;
        this.recordsKeptFor = recordsKeptFor;
    }

    /** The opt-out that stands; empty if none does. What cannot be read counts as one, of now and before. */
    public Mono<OptOut> find(Contact with) {
        return redis.get(key(with))
                .map(STATE::matcher)
                .filter(state -> !state.matches() || state.group(1).equals("opted_out"))
                .map(state -> new OptOut(OptOut.Kind.OPTED_OUT, said(state)));
    }

    /**
     * Keeps an opt-out, or its end, if it is the latest.
     *
     * @param at when that was said
     * @param records that tell dm-sender, one for each of its accounts
     * @return the records as they wait in the outbox; none if a later change stands
     */
    public Mono<List<OutboxEntry>> keep(Contact with, boolean optedOut, Instant at, List<KafkaRecord> records) {
        List<byte[]> arguments = new ArrayList<>(List.of(
                Redis.bytes(optedOut ? "opted_out" : "opted_in"),
                Redis.bytes(at.toEpochMilli()),
                Redis.bytes(startKeptFor.toMillis()),
                Redis.bytes(recordsKeptFor.toMillis())));
        records.forEach(record -> arguments.add(record.toBytes()));
        String stream = OutboxStreams.ofOptOuts(shard(with));
        return redis.<List<byte[]>>run(
                        CHANGE, ScriptOutputType.MULTI, List.of(key(with), stream), arguments.toArray(byte[][]::new))
                .map(ids -> IntStream.range(0, ids.size())
                        .mapToObj(i -> new OutboxEntry(stream, Redis.text(ids.get(i)), records.get(i)))
                        .toList());
    }

    private static Instant said(Matcher state) {
        return state.matches() ? Instant.ofEpochMilli(Long.parseLong(state.group(2))) : Instant.EPOCH;
    }

    private static int shard(Contact with) {
        return Shards.of(Integer.parseUnsignedInt(PersonKeys.hash(with), 0, 8, 16));
    }

    private static String key(Contact with) {
        return "opt-out:{" + shard(with) + "}:" + PersonKeys.hash(with);
    }
}
