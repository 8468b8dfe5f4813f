package com.dmverify.api.outbox;

import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox as streams in Redis; the scripts that change something write it. */
final class RedisOutbox implements Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(RedisOutbox.class);
    private static final String FIELD = "r";

    private final Redis redis;
    private final Clock clock;
    private final OutboxProperties properties;
    private final Map<String, String> lastSeen = new ConcurrentHashMap<>();

    RedisOutbox(Redis redis, Clock clock, OutboxProperties properties) {
        this.redis = redis;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public Flux<OutboxEntry> findOlderThan(Duration age, String stream) {
        return Flux.defer(() -> page(stream, lastSeen.get(stream)))
                .mapNotNull(message -> entry(stream, message))
                .filter(entry -> isOlder(entry, age));
    }

    private Flux<StreamMessage<byte[], byte[]>> page(String stream, @Nullable String after) {
        Range<String> range = after == null
                ? Range.unbounded()
                : Range.from(Range.Boundary.excluding(after), Range.Boundary.unbounded());
        return read(stream, range, properties.sweepBatch())
                .collectList()
                .delayUntil(found -> found.isEmpty() ? Mono.empty() : keep(stream))
                .doOnNext(found -> {
                    if (found.size() < properties.sweepBatch()) {
                        lastSeen.remove(stream);
                    } else {
                        lastSeen.put(stream, found.getLast().getId());
                    }
                })
                .flatMapIterable(found -> found);
    }

    @Override
    public Mono<Boolean> isLate(Duration age) {
        return Flux.fromStream(() -> Shards.all().boxed())
                .flatMap(OutboxStreams::of)
                .flatMap(stream -> read(stream, Range.unbounded(), 1).mapNotNull(message -> entry(stream, message)))
                .any(oldest -> isOlder(oldest, age));
    }

    @Override
    public Mono<Long> waiting() {
        return Flux.fromStream(() -> Shards.all().boxed())
                .flatMap(OutboxStreams::of)
                .flatMap(stream -> redis.<Long>send(commands -> commands.xlen(Redis.bytes(stream))))
                .reduce(0L, Long::sum);
    }

    @Override
    public Mono<Void> remove(Map<String, List<String>> ids) {
        return Flux.fromIterable(ids.entrySet())
                .flatMap(stream -> redis.<Long>send(commands -> commands.xdel(
                        Redis.bytes(stream.getKey()), stream.getValue().toArray(String[]::new))))
                .then();
    }

    /** What waits while Kafka is away must outlive the state that it is about. */
    private Mono<Boolean> keep(String stream) {
        return redis.send(commands ->
                commands.pexpire(Redis.bytes(stream), properties.keepWaiting().toMillis()));
    }

    private Flux<StreamMessage<byte[], byte[]>> read(String stream, Range<String> range, int most) {
        return redis.<List<StreamMessage<byte[], byte[]>>>send(
                        commands -> commands.xrange(Redis.bytes(stream), range, Limit.from(most)))
                .flatMapIterable(messages -> messages);
    }

    private boolean isOlder(OutboxEntry entry, Duration age) {
        return !entry.record().at().plus(age).isAfter(clock.instant());
    }

    /** An entry that cannot be read stays where it is, for an operator; it holds up no other. */
    private static @Nullable OutboxEntry entry(String stream, StreamMessage<byte[], byte[]> message) {
        try {
            byte[] bytes = message.getBody().entrySet().stream()
                    .filter(field -> new String(field.getKey(), StandardCharsets.UTF_8).equals(FIELD))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("An outbox entry without a record"));
            return new OutboxEntry(stream, message.getId(), KafkaRecord.of(bytes));
        } catch (IllegalArgumentException e) {
            LOG.atError()
                    .addKeyValue("stream", stream)
                    .addKeyValue("entry", message.getId())
                    .setCause(e)
                    .log("outbox.entry_damaged");
            return null;
        }
    }
}
