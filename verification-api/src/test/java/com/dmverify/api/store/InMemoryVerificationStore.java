package com.dmverify.api.store;

import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.outbox.OutboxEntry;
import com.dmverify.api.outbox.OutboxStreams;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.timeline.Timeline;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store in memory: each commit compares and sets under a lock, and a rule runs outside of it. */
final class InMemoryVerificationStore implements VerificationStore {

    private final EventRecords records;
    private final CommitObserver listener;
    private final Clock clock;
    private final Map<VerificationId, Verification> values = new HashMap<>();
    private final Map<VerificationId, Long> versions = new HashMap<>();
    private final Map<VerificationId, Timeline> timelines = new HashMap<>();
    private final Map<VerificationId, Instant> deadlines = new HashMap<>();
    private final Map<String, RequestEntry> keys = new HashMap<>();
    private final Map<VerificationId, List<KafkaRecord>> outbox = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private int outboxMost = Integer.MAX_VALUE;

    InMemoryVerificationStore(EventRecords records, CommitObserver listener, Clock clock) {
        this.records = records;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Mono<CreateResult> create(Change<Verification> opened, @Nullable RequestKey key) {
        return Mono.fromCallable(() -> switch (commit(null, opened, key)) {
            case Commit.Committed _ -> new CreateResult.Created(opened.after());
            case Commit.Full _ -> new CreateResult.OutboxFull();
            case Commit.Conflict _ -> throw new IllegalStateException("there already");
            case Commit.KeyUsed(RequestEntry entry) -> used(entry, key);
        });
    }

    @Override
    public synchronized Mono<CreateResult.UsedKey> look(RequestKey key) {
        return Mono.justOrEmpty(keys.get(key.name())).map(entry -> used(entry, key));
    }

    @Override
    public Mono<Verification> find(VerificationId id) {
        return Mono.fromCallable(() -> value(id));
    }

    @Override
    public synchronized Mono<VersionedVerification> findVersioned(VerificationId id) {
        return Mono.justOrEmpty(values.get(id))
                .map(value -> new VersionedVerification(value, versions.get(id), timelines.get(id)));
    }

    @Override
    public <R> Mono<R> update(VerificationId id, Function<Verification, Change<R>> rule) {
        return updateOnce(
                id, null, rule, verification -> rule.apply(verification).result());
    }

    @Override
    public <R> Mono<R> updateAfter(
            VerificationId id, Function<Verification, Mono<Function<Verification, Change<R>>>> preparation) {
        return find(id).flatMap(preparation).flatMap(rule -> update(id, rule));
    }

    @Override
    public <R> Mono<R> updateOnce(
            VerificationId id,
            @Nullable RequestKey key,
            Function<Verification, Change<R>> rule,
            Function<Verification, R> repeated) {
        return Mono.fromCallable(() -> {
            for (int conflicts = 0; conflicts <= MOST_CONFLICTS; conflicts++) {
                Verification before = value(id);
                if (before == null) {
                    return null;
                }
                Change<R> change = rule.apply(before);
                Commit commit = commit(before, change, key);
                if (commit instanceof Commit.KeyUsed) {
                    return repeated.apply(value(id));
                }
                if (commit instanceof Commit.Committed) {
                    return change.result();
                }
            }
            throw new ConflictException(id);
        });
    }

    @Override
    public synchronized Flux<VerificationId> due(int shard) {
        return Flux.fromIterable(deadlines.entrySet().stream()
                .filter(entry -> Shards.of(entry.getKey()) == shard)
                .filter(entry -> !entry.getValue().isAfter(clock.instant()))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public synchronized Mono<Void> forgetDeadline(VerificationId id) {
        deadlines.remove(id);
        return Mono.empty();
    }

    @Override
    public synchronized Mono<Void> erase(VerificationId id) {
        values.remove(id);
        deadlines.remove(id);
        return Mono.empty();
    }

    synchronized Kept kept(VerificationId id) {
        return new Kept(values.get(id), deadlines.get(id), null, List.copyOf(outbox.getOrDefault(id, List.of())));
    }

    synchronized void lose(VerificationId id) {
        values.remove(id);
    }

    synchronized void limitOutbox(int most) {
        outboxMost = most;
    }

    private synchronized @Nullable Verification value(VerificationId id) {
        return values.get(id);
    }

    private synchronized CreateResult.UsedKey used(RequestEntry entry, @Nullable RequestKey key) {
        Verification verification = values.get(entry.id());
        if (key == null || !entry.fingerprint().equals(key.fingerprint())) {
            return new CreateResult.OtherRequest();
        }
        return verification == null ? new CreateResult.Gone() : new CreateResult.Repeated(verification);
    }

    @SuppressWarnings("ReferenceEquality") // a state that was read again is the same object
    private synchronized Commit commit(@Nullable Verification before, Change<?> change, @Nullable RequestKey key) {
        Verification after = change.after();
        String stream = OutboxStreams.ofVerifications(Shards.of(after.id()));
        if (key != null && keys.containsKey(key.name())) {
            return new Commit.KeyUsed(keys.get(key.name()));
        }
        if (change.isEmpty() && before != null) {
            return new Commit.Committed();
        }
        if (values.get(after.id()) != before) {
            return new Commit.Conflict();
        }
        if (before == null && waiting.getOrDefault(stream, 0) >= outboxMost) {
            return new Commit.Full();
        }
        values.put(after.id(), after);
        versions.merge(after.id(), 1L, Long::sum);
        timelines.merge(
                after.id(),
                Timeline.EMPTY.with(change, clock.instant()),
                (old, any) -> old.with(change, clock.instant()));
        Instant deadline = after.deadline();
        deadlines.compute(after.id(), (id, old) -> deadline);
        if (key != null) {
            keys.put(key.name(), new RequestEntry(key.fingerprint(), after.id()));
        }
        List<OutboxEntry> entries = new ArrayList<>();
        for (KafkaRecord record : change.events().stream()
                .flatMap(event -> records.of(event).stream())
                .toList()) {
            outbox.computeIfAbsent(after.id(), any -> new ArrayList<>()).add(record);
            entries.add(new OutboxEntry(stream, String.valueOf(waiting.merge(stream, 1, Integer::sum)), record));
        }
        listener.committed(change, entries);
        return new Commit.Committed();
    }
}
