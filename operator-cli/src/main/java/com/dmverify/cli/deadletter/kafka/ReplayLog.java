package com.dmverify.cli.deadletter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.deadletter.ReplayState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The log of dead letters that were written back: a compacted topic with one small record for each. The key is the
 * position of the dead letter under Kafka's own id of the topic, so that a topic that is deleted and created again starts
 * without entries.
 *
 * <p>An entry is written after the replayed record is acknowledged. A process that is killed in between, and two processes
 * at the same time, replay a dead letter twice; every reader of the topics tolerates repeated records.
 */
public final class ReplayLog {

    /** The topic. It does not end in {@code .dlt}: its records are not dead letters. */
    public static final String TOPIC = "dead-letters.replayed";

    private final Map<String, String> idsByTopic = new HashMap<>();
    private final Map<TopicPartition, OffsetSet> replayed = new HashMap<>();

    private ReplayLog() {}

    /** A log without entries. */
    static ReplayLog empty() {
        return new ReplayLog();
    }

    /** Reads the entries of these dead letter topics. */
    static ReplayLog read(TopicAdmin admin, PartitionReader reader, Collection<String> topics) {
        ReplayLog log = empty();
        topics.forEach(topic -> log.idsByTopic.put(topic, admin.idOf(topic).toString()));
        if (admin.has(TOPIC)) {
            reader.read(admin.partitions(List.of(TOPIC)), null, log::add);
        }
        return log;
    }

    /** Whether this dead letter was written back. */
    public boolean contains(RecordPosition letter) {
        OffsetSet offsets = replayed.get(byId(letter).topicPartition());
        return offsets != null && offsets.contains(letter.offset());
    }

    public ReplayState stateOf(DeadLetter letter) {
        if (contains(letter.position())) {
            return ReplayState.REPLAYED;
        }
        return letter.replayedFrom().isPresent() ? ReplayState.RETURNED : ReplayState.NEW;
    }

    /** Adds a dead letter that was written back. Returns the entry, to be sent to {@link #TOPIC}. */
    ProducerRecord<byte[], byte[]> add(RecordPosition letter) {
        RecordPosition entry = byId(letter);
        remember(entry);
        return new ProducerRecord<>(
                TOPIC, entry.toString().getBytes(UTF_8), letter.toString().getBytes(UTF_8));
    }

    private boolean add(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null && record.value() != null) {
                Optional<RecordPosition> entry = RecordPosition.parse(new String(record.key(), UTF_8));
                entry.filter(known -> idsByTopic.containsValue(known.topic())).ifPresent(this::remember);
            }
        }
        return true;
    }

    private void remember(RecordPosition entry) {
        replayed.computeIfAbsent(entry.topicPartition(), _ -> new OffsetSet()).add(entry.offset());
    }

    private RecordPosition byId(RecordPosition letter) {
        String id = idsByTopic.getOrDefault(letter.topic(), letter.topic());
        return new RecordPosition(id, letter.partition(), letter.offset());
    }
}
