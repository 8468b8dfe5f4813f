package com.dmverify.sender.cast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationRequested;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.sender.publication.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics on both sides of the sender, seen from outside. */
public final class River implements AutoCloseable {

    public static final int PARTITIONS = 3;
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EventCodec codec = new EventCodec();
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;

    public River() {
        LocalServices services = LocalServices.shared();
        for (String topic : List.of(
                Topics.VERIFICATION_REQUESTED,
                Topics.DM_ATTEMPTED,
                Publisher.RETRY_TOPIC,
                Publisher.DEAD_LETTER_TOPIC,
                Topics.X_ACTIVITY,
                Topics.VERIFICATION_EVENTS,
                Topics.OPT_OUTS,
                Topics.DM_RATE_LIMITS)) {
            services.createTopic(topic, PARTITIONS);
        }
        Map<String, Object> broker =
                Map.of("bootstrap.servers", services.kafka().bootstrapServers());
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", services.kafka().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.DM_ATTEMPTED, Publisher.DEAD_LETTER_TOPIC, Topics.DM_RATE_LIMITS));
        admin = Admin.create(broker);
    }

    /** Asks for a message; the partition stands for an account's place. */
    public void ask(int partition, VerificationRequested order) {
        put(partition, order.getAccount(), codec.encode(order));
    }

    /** Anything at all where orders should be. */
    public void put(int partition, String key, byte[] value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.VERIFICATION_REQUESTED, partition, key, value);
        record.headers().add("traceparent", traceOf(key).getBytes(UTF_8));
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String traceOf(String key) {
        return "00-%032x-00f067aa0ba902b7-01".formatted(Integer.toUnsignedLong(key.hashCode()));
    }

    /** Waits until so many announcements of this verification were heard. */
    public List<ConsumerRecord<String, byte[]>> announcements(String verificationId, int least) {
        return await().atMost(PATIENCE)
                .until(
                        () -> hear().stream()
                                .filter(record -> record.topic().equals(Topics.DM_ATTEMPTED))
                                .filter(record -> record.key().equals(verificationId))
                                .toList(),
                        found -> found.size() >= least);
    }

    /** Waits for the announcement of this verification. */
    public DmAttempted attempt(String verificationId) {
        return decode(announcements(verificationId, 1).getFirst());
    }

    public DmAttempted decode(ConsumerRecord<String, byte[]> record) {
        return codec.decode(record.value(), DmAttempted.class);
    }

    /** Waits for a dead letter of this key. */
    public ConsumerRecord<String, byte[]> deadLetter(String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> hear().stream()
                                .filter(record -> record.topic().equals(Publisher.DEAD_LETTER_TOPIC))
                                .filter(record -> record.key().equals(key))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** Waits until the sender has let go of everything. */
    public void untilNothingWaits() {
        await().atMost(PATIENCE).until(() -> committed().equals(ends()));
    }

    /** The platform cancels a verification. */
    public void cancel(String verificationId) {
        VerificationCanceled end = VerificationCanceled.newBuilder()
                .setVerificationId(verificationId)
                .setTenant("acme")
                .setSequence(2)
                .setOccurredAt(Instant.EPOCH)
                .build();
        send(new ProducerRecord<>(Topics.VERIFICATION_EVENTS, verificationId, codec.encode(end)));
    }

    /** A person writes STOP to an account. */
    public void optOut(String account, String userId) {
        OptOutChanged change = OptOutChanged.newBuilder()
                .setAccount(account)
                .setUserId(userId)
                .setState(OptOutState.OPTED_OUT)
                .setOccurredAt(Instant.EPOCH)
                .build();
        send(new ProducerRecord<>(Topics.OPT_OUTS, account + ":" + userId, codec.encode(change)));
    }

    /** Anything at all in any topic. */
    public void put(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    /** X tells of something, through a webhook. */
    public void tell(ActivityRecorded activity) {
        send(new ProducerRecord<>(Topics.X_ACTIVITY, activity.getOtherUserId(), codec.encode(activity)));
    }

    /** Waits for the pace of this account. */
    public RateLimitStatus paceOf(String account) {
        ConsumerRecord<String, byte[]> told = await().atMost(PATIENCE)
                .until(
                        () -> hear().stream()
                                .filter(record -> record.topic().equals(Topics.DM_RATE_LIMITS))
                                .filter(record -> record.key().equals(account))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        return codec.decode(told.value(), RateLimitStatus.class);
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("dm-sender")
                .partitionsToOffsetAndMetadata()
                .get();
        return ends().keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> {
            OffsetAndMetadata offset = offsets.get(partition);
            return offset == null ? 0L : offset.offset();
        }));
    }

    private Map<TopicPartition, Long> ends() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(Topics.VERIFICATION_REQUESTED, Publisher.RETRY_TOPIC)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        return consumer.endOffsets(partitions);
    }

    private List<ConsumerRecord<String, byte[]>> hear() {
        consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        return heard;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }
}
