package com.dmverify.api.store;

import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.outbox.OutboxStreams;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.redis.LuaScript;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Commits a change by the one script, and then tells the observer. */
final class Committer {

    private static final LuaScript COMMIT = LuaScript.load(Committer.class, "commit");
    private static final byte[] NONE = {};

    private final Redis redis;
    private final EventRecords records;
    private final CommitObserver observer;
    private final Policy policy;
    private final StateProperties properties;
    private final VerificationCodec codec;

    Committer(
            Redis redis,
            EventRecords records,
            CommitObserver observer,
            Policy policy,
            StateProperties properties,
            VerificationCodec codec) {
        this.redis = redis;
        this.records = records;
        this.observer = observer;
        this.policy = policy;
        this.properties = properties;
        this.codec = codec;
    }

    /**
     * Commits.
     *
     * @param before what the change was made from; null to create
     * @param next what is to be kept
     */
    Mono<Commit> commit(
            @Nullable StoredVerification before, StoredVerification next, Change<?> change, @Nullable RequestKey key) {
        Verification verification = next.verification();
        List<KafkaRecord> events = change.events().stream()
                .flatMap(event -> records.of(event).stream())
                .toList();
        List<String> keys = new ArrayList<>(List.of(
                Shards.verification(verification.id()),
                Shards.deadlines(Shards.of(verification.id())),
                OutboxStreams.ofVerifications(Shards.of(verification.id()))));
        if (key != null) {
            keys.add(Shards.request(key.shard(), key.name()));
        }
        return redis.<List<Object>>runReplicated(
                        COMMIT, ScriptOutputType.MULTI, keys, arguments(before, next, events, key))
                .map(answer -> read(answer, change, events));
    }

    private byte[][] arguments(
            @Nullable StoredVerification before,
            StoredVerification next,
            List<KafkaRecord> events,
            @Nullable RequestKey key) {
        Verification verification = next.verification();
        Instant deadline = verification.deadline();
        Duration life = deadline == null ? policy.keepTerminal() : properties.keepPending();
        List<byte[]> arguments = new ArrayList<>(List.of(
                before == null ? NONE : Redis.bytes(before.version()),
                codec.write(next),
                Redis.bytes(life.toMillis()),
                deadline == null ? NONE : Redis.bytes(deadline.toEpochMilli()),
                Redis.bytes(verification.id().value()),
                Redis.bytes(properties.keepShared().toMillis()),
                key == null ? NONE : Redis.bytes(new RequestEntry(key.fingerprint(), verification.id()).text()),
                Redis.bytes(policy.keepRequests().toMillis()),
                Redis.bytes(properties.outboxMost())));
        events.forEach(event -> arguments.add(event.toBytes()));
        return arguments.toArray(byte[][]::new);
    }

    private Commit read(List<Object> answer, Change<?> change, List<KafkaRecord> events) {
        return switch (text(answer, 0)) {
            case "committed" -> {
                String stream =
                        OutboxStreams.ofVerifications(Shards.of(change.after().id()));
                observer.committed(
                        change,
                        IntStream.range(0, events.size())
                                .mapToObj(i -> new OutboxEntry(stream, text(answer, i + 1), events.get(i)))
                                .toList());
                yield new Commit.Committed();
            }
            case "used" -> new Commit.KeyUsed(RequestEntry.read(text(answer, 1)));
            case "conflict" -> new Commit.Conflict();
            case "full" -> new Commit.Full();
            case String other -> throw new IllegalStateException("commit.lua answered " + other);
        };
    }

    private static String text(List<Object> answer, int at) {
        return Redis.text((byte[]) answer.get(at));
    }
}
