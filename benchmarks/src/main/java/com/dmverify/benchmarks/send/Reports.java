package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what dm-sender reports. */
final class Reports implements AutoCloseable {

    /** Without a single report in this time something is broken. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final EventCodec codec;
    private final KafkaConsumer<String, byte[]> consumer;

    Reports(Infrastructure infrastructure, EventCodec codec) {
        this.codec = codec;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", infrastructure.kafka(), "auto.offset.reset", "latest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DM_ATTEMPTED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Returns when all of these verifications are reported as sent, each once. The set is empty then. */
    void awaitSent(Set<String> ids) {
        long last = System.nanoTime();
        while (!ids.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                last = System.nanoTime();
                tick(ids, codec.decode(record.value(), DmAttempted.class));
            }
            if (System.nanoTime() - last > SILENCE.toNanos()) {
                throw new IllegalStateException(ids.size() + " orders were never reported");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static void tick(Set<String> ids, DmAttempted report) {
        if (report.getOutcome() == DmOutcome.UNCONFIRMED) {
            return; // a final report follows
        }
        if (report.getOutcome() != DmOutcome.SENT || !ids.remove(report.getVerificationId())) {
            throw new IllegalStateException("An unexpected report: " + report);
        }
    }
}
