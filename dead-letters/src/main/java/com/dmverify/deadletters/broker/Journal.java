package com.dmverify.deadletters.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.deadletters.letter.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Which dead letters were written back. A compacted topic with one small record for each; its key is the place of the
 * letter under Kafka's own id of the topic, so that a topic that is deleted and made again begins with a clean slate.
 *
 * <p>A letter is entered after its replay is acknowledged. Whoever is killed in between, and two people at the same
 * time, write a letter twice: no harm, because everybody who reads it bears repetition.
 */
public final class Journal {

    /** The topic. It ends in no {@code .dlt}: its records are no letters. */
    public static final String TOPIC = "dead-letters.replayed";

    private final Map<String, String> idsByTopic = new HashMap<>();
    private final Map<TopicPartition, Ranges> replayed = new HashMap<>();

    private Journal() {}

    /** Knows of no replay. */
    static Journal empty() {
        return new Journal();
    }

    /** What is known of these topics' letters. */
    static Journal read(Broker broker, RecordReader reader, Collection<String> topics) {
        Journal journal = empty();
        topics.forEach(topic -> journal.idsByTopic.put(topic, broker.idOf(topic).toString()));
        if (broker.has(TOPIC)) {
            reader.read(broker.partitions(List.of(TOPIC)), null, journal::take);
        }
        return journal;
    }

    /** Whether this letter was written back. */
    public boolean holds(Position letter) {
        Ranges offsets = replayed.get(byId(letter).topicPartition());
        return offsets != null && offsets.contains(letter.offset());
    }

    /** From now on this letter was written back; to be sent to {@link #TOPIC}. */
    ProducerRecord<byte[], byte[]> enter(Position letter) {
        Position entry = byId(letter);
        remember(entry);
        return new ProducerRecord<>(
                TOPIC, entry.toString().getBytes(UTF_8), letter.toString().getBytes(UTF_8));
    }

    private boolean take(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null && record.value() != null) {
                Optional<Position> entry = Position.parse(new String(record.key(), UTF_8));
                entry.filter(known -> idsByTopic.containsValue(known.topic())).ifPresent(this::remember);
            }
        }
        return true;
    }

    private void remember(Position entry) {
        replayed.computeIfAbsent(entry.topicPartition(), _ -> new Ranges()).add(entry.offset());
    }

    private Position byId(Position letter) {
        String id = idsByTopic.getOrDefault(letter.topic(), letter.topic());
        return new Position(id, letter.partition(), letter.offset());
    }
}
