package com.dmverify.api.store;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox as a stream in each shard; the scripts write it. */
final class RedisOutbox implements Outbox {

    private static final Logger log = LoggerFactory.getLogger(RedisOutbox.class);

    private static final Duration KEEP_WHILE_WAITING = Duration.ofDays(7);

    private final ReactiveStringRedisTemplate redis;
    private final StateJson json;
    private final Clock clock;
    private final int sweepBatch;

    RedisOutbox(ReactiveStringRedisTemplate redis, StateJson json, StateProperties properties, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
        this.sweepBatch = properties.sweepBatch();
    }

    @Override
    public Flux<OutboxEntry> findOlderThan(Duration atLeast) {
        return Flux.fromStream(() -> Shards.all().boxed())
                .concatMap(this::waiting)
                .filter(waiting -> isOlder(waiting, atLeast));
    }

    @Override
    public Mono<Boolean> isLate(Duration atLeast) {
        return Flux.fromStream(() -> Shards.all().boxed())
                .concatMap(shard -> redis.<String, String>opsForStream()
                        .range(
                                Shards.outbox(shard),
                                Range.unbounded(),
                                Limit.limit().count(1))
                        .mapNotNull(entry -> outboxEntry(shard, entry)))
                .any(oldest -> isOlder(oldest, atLeast));
    }

    @Override
    public Mono<Long> waiting() {
        return Flux.fromStream(() -> Shards.all().boxed())
                .concatMap(shard -> redis.opsForStream().size(Shards.outbox(shard)))
                .reduce(0L, Long::sum);
    }

    @Override
    public Mono<Void> remove(OutboxEntry outboxEntry) {
        return redis.opsForStream()
                .delete(Shards.outbox(outboxEntry.shard()), outboxEntry.id())
                .then();
    }

    private Flux<OutboxEntry> waiting(int shard) {
        String outbox = Shards.outbox(shard);
        // What waits while Kafka is away must outlive the state that it announces.
        return redis.<String, String>opsForStream()
                .range(outbox, Range.unbounded(), Limit.limit().count(sweepBatch))
                .collectList()
                .flatMapMany(entries -> entries.isEmpty()
                        ? Flux.empty()
                        : redis.expire(outbox, KEEP_WHILE_WAITING).thenMany(Flux.fromIterable(entries)))
                .mapNotNull(entry -> outboxEntry(shard, entry));
    }

    private boolean isOlder(OutboxEntry waiting, Duration atLeast) {
        return !waiting.event().at().plus(atLeast).isAfter(clock.instant());
    }

    /** An entry that cannot be read stays where it is, for an operator; it does not hide the others. */
    private @Nullable OutboxEntry outboxEntry(int shard, MapRecord<String, String, String> entry) {
        String place = entry.getId().getValue();
        try {
            return new OutboxEntry(
                    shard, place, json.event(String.valueOf(entry.getValue().get("event"))));
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("shard", shard)
                    .addKeyValue("entry", place)
                    .setCause(e)
                    .log("event.unreadable");
            return null;
        }
    }
}
