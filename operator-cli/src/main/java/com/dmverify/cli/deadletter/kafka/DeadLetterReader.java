package com.dmverify.cli.deadletter.kafka;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterFilter;
import com.dmverify.cli.deadletter.RecordPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Reads dead letters. Every method throws a {@link KafkaException} if Kafka does not respond in time or refuses. */
public final class DeadLetterReader implements AutoCloseable {

    private final KafkaSettings settings;
    private final TopicAdmin admin;
    private final PartitionReader reader;

    /** Connects. */
    public DeadLetterReader(KafkaSettings settings) {
        this.settings = settings;
        admin = new TopicAdmin(settings);
        reader = new PartitionReader(settings);
    }

    public boolean hasTopic(String name) {
        return admin.has(name);
    }

    /**
     * Reads the dead letters that the filter selects, but for its limit: by topic, partition and age.
     *
     * @param batch receives a few at a time, never none, and returns whether to continue
     */
    public void each(DeadLetterFilter filter, Predicate<List<DeadLetter>> batch) {
        List<String> topics = admin.deadLetterTopics(filter.topics());
        reader.read(admin.partitions(topics), filter.since(), records -> {
            List<DeadLetter> letters =
                    letters(records).stream().filter(filter::matches).toList();
            return letters.isEmpty() || batch.test(letters);
        });
    }

    /** The dead letter at this position, if there is one. */
    public Optional<DeadLetter> at(RecordPosition position) {
        List<DeadLetter> found = new ArrayList<>();
        if (admin.has(position.topic())
                && admin.partitions(List.of(position.topic())).contains(position.topicPartition())) {
            reader.read(position.topicPartition(), position.offset(), position.offset() + 1, records -> {
                found.addAll(letters(records));
                return true;
            });
        }
        return found.stream().findFirst();
    }

    /** The log of these topics; of all topics if none is given. */
    public ReplayLog replayLog(Collection<String> topics) {
        return ReplayLog.read(admin, reader, admin.deadLetterTopics(topics));
    }

    /** Writes dead letters back and adds them to this log. */
    public Replayer replayer(ReplayLog replayLog) {
        return new Replayer(admin, settings, replayLog);
    }

    private static List<DeadLetter> letters(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(DeadLetter::new).toList();
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
