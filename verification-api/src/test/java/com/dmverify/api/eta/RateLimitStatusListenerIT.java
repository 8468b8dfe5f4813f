package com.dmverify.api.eta;

import static com.dmverify.api.eta.RateLimitEvents.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.HandMovedClock;
import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Whatever befalls the topic, each replica hears in the end what stands in it. */
class RateLimitStatusListenerIT {

    private static final EtaProperties PROPERTIES = new EtaProperties(
            Duration.ofMinutes(2), Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofMillis(100));
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HandMovedClock clock = new HandMovedClock();
    private final EventCodec codec = new EventCodec();
    private final RateLimitStatuses statuses = new RateLimitStatuses(clock, PROPERTIES.believedFor());
    private LocalKafka kafka;
    private RateLimitStatusListener listener;

    @BeforeEach
    void build() {
        kafka = LocalKafka.builder().build();
        listener = listener(statuses);
    }

    @AfterEach
    void stop() {
        listener.stop();
        kafka.close();
    }

    @Test
    void aTopicThatComesLaterIsHeard() throws Exception {
        // Given: neither a broker nor a topic
        listener.start();
        kafka.start();

        // When
        makeTopic(1);
        tell("demo", 0, codec.encode(limits("demo", clock.instant())));

        // Then
        awaitPaceOf("demo", statuses);
    }

    @Test
    void theReaderMakesNoTopic() {
        // Given
        List<Properties> asked = new CopyOnWriteArrayList<>();
        DefaultKafkaConsumerFactory<String, byte[]> consumers = new DefaultKafkaConsumerFactory<>(Map.of()) {
            @Override
            public Consumer<String, byte[]> createConsumer(
                    @Nullable String group,
                    @Nullable String prefix,
                    @Nullable String suffix,
                    @Nullable Properties settings) {
                asked.add(Objects.requireNonNull(settings));
                throw new IllegalStateException("enough is known");
            }
        };

        // When
        RateLimitStatusListener asking = new EtaConfiguration()
                .rateLimitStatusListener(
                        consumers, new TopicNames(""), codec, statuses, new SimpleMeterRegistry(), PROPERTIES);
        asking.start();
        await().until(() -> asked.size() > 1);
        asking.stop();

        // Then: it would not be compacted
        assertThat(asked)
                .allSatisfy(settings -> assertThat(settings).containsEntry("allow.auto.create.topics", "false"));
    }

    @Test
    void everyPartitionIsHeardFromItsBeginningByEveryReplica() throws Exception {
        // Given
        kafka.start();
        makeTopic(2);
        tell("one", 0, codec.encode(limits("one", clock.instant())));
        tell("two", 1, codec.encode(limits("two", clock.instant())));
        listener.start();
        awaitPaceOf("one", statuses);
        awaitPaceOf("two", statuses);

        // When: a partition more, and a replica more
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(Topics.DM_RATE_LIMITS, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
        }
        tell("three", 2, codec.encode(limits("three", clock.instant())));
        RateLimitStatuses othersPaces = new RateLimitStatuses(clock, PROPERTIES.believedFor());
        RateLimitStatusListener other = listener(othersPaces);
        other.start();

        // Then
        for (String account : List.of("one", "two", "three")) {
            awaitPaceOf(account, statuses);
            awaitPaceOf(account, othersPaces);
        }
        other.stop();
        assertThat(other.isRunning()).isFalse();
    }

    @Test
    void poisonIsSkipped() throws Exception {
        // Given
        kafka.start();
        makeTopic(1);
        listener.start();
        tell("gone", 0, codec.encode(limits("gone", clock.instant())));
        awaitPaceOf("gone", statuses);

        // When
        tell("demo", 0, new byte[] {1, 2, 3});
        tell("gone", 0, null);
        tell("demo", 0, codec.encode(limits("demo", clock.instant())));

        // Then
        awaitPaceOf("demo", statuses);
        assertThat(statuses.of("gone")).isEmpty();
    }

    @Test
    void aBrokerThatComesBackIsHeardAgain() throws Exception {
        // Given
        kafka.start();
        makeTopic(1);
        listener.start();
        tell("before", 0, codec.encode(limits("before", clock.instant())));
        awaitPaceOf("before", statuses);

        // When
        kafka.stop();
        kafka.start();
        tell("after", 0, codec.encode(limits("after", clock.instant())));

        // Then
        awaitPaceOf("after", statuses);
    }

    private static void awaitPaceOf(String account, RateLimitStatuses statuses) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(statuses.of(account)).isPresent());
    }

    /** Set up as the service does it. */
    private RateLimitStatusListener listener(RateLimitStatuses statuses) {
        DefaultKafkaConsumerFactory<String, byte[]> consumers = new DefaultKafkaConsumerFactory<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "metadata.max.age.ms", "500",
                        "allow.auto.create.topics", "true"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        return new EtaConfiguration()
                .rateLimitStatusListener(
                        consumers, new TopicNames(""), codec, statuses, new SimpleMeterRegistry(), PROPERTIES);
    }

    private void makeTopic(int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(Topics.DM_RATE_LIMITS, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void tell(String account, int partition, byte @Nullable [] record)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.DM_RATE_LIMITS, partition, account, record))
                    .get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
