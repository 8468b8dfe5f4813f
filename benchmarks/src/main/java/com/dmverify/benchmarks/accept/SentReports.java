package com.dmverify.benchmarks.accept;

import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Tenant;
import com.dmverify.events.CodeSent;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.VerificationOpened;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reports in dm-sender's place that codes were sent, and waits for the events of verification-api. */
final class SentReports implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final EventCodec codec = new EventCodec();
    private final InstantSource clock;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    SentReports(Infrastructure infrastructure, InstantSource clock) {
        this.clock = clock;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", infrastructure.kafka()), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", infrastructure.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERIFICATION_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Reads the events that are written from here on. */
    void mark() {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /** Reports that the code of each was sent. Returns when both events of each are in Kafka: that it began, and that. */
    void report(Set<String> ids) {
        for (String id : ids) {
            // What is not delivered is missing below.
            var _ = producer.send(new ProducerRecord<>(Topics.DM_ATTEMPTED, id, codec.encode(sent(id))));
        }
        await(ids);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private void await(Set<String> ids) {
        Set<String> unopened = new HashSet<>(ids);
        long last = System.nanoTime();
        while (!ids.isEmpty() || !unopened.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                last = System.nanoTime();
                switch (codec.decode(record.value())) {
                    case CodeSent sent -> ids.remove(sent.getVerificationId());
                    case VerificationOpened opened -> unopened.remove(opened.getVerificationId());
                    default -> {
                        // An event of an earlier round.
                    }
                }
            }
            if (System.nanoTime() - last > SILENCE.toNanos()) {
                throw new IllegalStateException(ids.size() + " codes were never reported as sent");
            }
        }
    }

    private DmAttempted sent(String id) {
        Instant now = clock.instant();
        return DmAttempted.newBuilder()
                .setVerificationId(id)
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount(Tenant.ACCOUNT)
                .setOutcome(DmOutcome.SENT)
                .setDmEventId("1")
                .setAttemptedAt(now)
                .setSettledAt(now)
                .build();
    }
}
