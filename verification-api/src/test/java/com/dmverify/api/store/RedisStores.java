package com.dmverify.api.store;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.EventTopics;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.outbox.OutboxStreams;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.redis.RedisConnections;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.resource.ClientResources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Stores on a Redis, connections as the service has them, and what Redis keeps of a verification. */
final class RedisStores {

    static final StateProperties PROPERTIES =
            new StateProperties(Duration.ofDays(7), Duration.ofDays(30), 16_384, 200, Duration.ofSeconds(10));

    private static final EventRecords RECORDS =
            new EventRecords(new EventCodec(), new EventTopics(new TopicNames(""), Map.of()));

    private RedisStores() {}

    static RedisVerificationStore on(Redis redis, CommitObserver listener, Clock clock) {
        return on(redis, listener, clock, PROPERTIES);
    }

    static RedisVerificationStore on(Redis redis, CommitObserver listener, Clock clock, StateProperties properties) {
        VerificationCodec codec = new VerificationCodec();
        return new RedisVerificationStore(
                redis,
                new Committer(redis, RECORDS, listener, TestPolicy.DEFAULT, properties, codec),
                properties,
                clock);
    }

    /** Its threads are its own; destroy it. */
    static LettuceConnectionFactory connect(int port, String clientName) {
        RedisConnections connections = new RedisConnections();
        ClientOptions.Builder options = ClientOptions.builder();
        ClientResources.Builder resources = ClientResources.builder();
        connections.apply(options);
        connections.apply(resources);
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .clientName(clientName)
                        .clientOptions(options.build())
                        .clientResources(resources.build())
                        .shutdownQuietPeriod(Duration.ZERO)
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** What Redis keeps of these verifications, in their order. */
    static Map<VerificationId, Kept> kept(Redis redis, List<VerificationId> ids) {
        Map<String, List<KafkaRecord>> records = ids.stream()
                .map(Shards::of)
                .distinct()
                .flatMap(shard -> records(redis, shard).stream())
                .collect(Collectors.groupingBy(record -> Kept.idOf(record)));
        Map<VerificationId, Kept> kept = new HashMap<>();
        for (VerificationId id : ids) {
            kept.put(id, kept(redis, id, records.getOrDefault(id.value(), List.of())));
        }
        return kept;
    }

    private static Kept kept(Redis redis, VerificationId id, List<KafkaRecord> records) {
        byte[] key = Redis.bytes(Shards.verification(id));
        byte[] value = redis.<byte[]>send(commands -> commands.get(key)).block();
        Double deadline = redis.<Double>send(commands ->
                        commands.zscore(Redis.bytes(Shards.deadlines(Shards.of(id))), Redis.bytes(id.value())))
                .block();
        Long life = redis.<Long>send(commands -> commands.pttl(key)).block();
        return new Kept(
                value == null ? null : new VerificationCodec().read(id, value).verification(),
                deadline == null ? null : Instant.ofEpochMilli(deadline.longValue()),
                Duration.ofMillis(life),
                records);
    }

    /** What waits in the outbox of the verifications of a shard, in its order. */
    static List<KafkaRecord> records(Redis redis, int shard) {
        return redis
                .<List<StreamMessage<byte[], byte[]>>>send(commands ->
                        commands.xrange(Redis.bytes(OutboxStreams.ofVerifications(shard)), Range.unbounded()))
                .block()
                .stream()
                .map(message ->
                        KafkaRecord.of(message.getBody().values().iterator().next()))
                .toList();
    }
}
