package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.events.CodeSent;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

/** Says in dm-sender's place that codes were sent, and waits until verification-api has told so itself. */
final class SentReports implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final EventCodec codec = new EventCodec();
    private final InstantSource clock;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    SentReports(Ground ground, InstantSource clock) {
        this.clock = clock;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", ground.kafka()), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ground.kafka()), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.VERIFICATION_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Returns when the code of each is out. */
    void report(Set<String> ids) {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
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
        long heard = System.nanoTime();
        while (!ids.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                heard = System.nanoTime();
                if (codec.decode(record.value()) instanceof CodeSent sent) {
                    ids.remove(sent.getVerificationId());
                }
            }
            if (System.nanoTime() - heard > SILENCE.toNanos()) {
                throw new IllegalStateException(ids.size() + " codes never went out");
            }
        }
    }

    private DmAttempted sent(String id) {
        Instant now = clock.instant();
        return DmAttempted.newBuilder()
                .setVerificationId(id)
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount(Api.ACCOUNT)
                .setOutcome(DmOutcome.SENT)
                .setDmEventId("1")
                .setAttemptedAt(now)
                .setSettledAt(now)
                .build();
    }
}
