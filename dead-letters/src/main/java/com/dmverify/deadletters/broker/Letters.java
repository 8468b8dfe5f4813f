package com.dmverify.deadletters.broker;

import com.dmverify.deadletters.letter.Criteria;
import com.dmverify.deadletters.letter.Letter;
import com.dmverify.deadletters.letter.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * The dead letters of a Kafka. Every method throws a {@link KafkaException} if Kafka does not answer in time or
 * refuses.
 */
public final class Letters implements AutoCloseable {

    private final BrokerSettings settings;
    private final Broker broker;
    private final RecordReader reader;

    /** Connects. */
    public Letters(BrokerSettings settings) {
        this.settings = settings;
        broker = new Broker(settings);
        reader = new RecordReader(settings);
    }

    /** Whether there is a topic of this name. */
    public boolean hasTopic(String name) {
        return broker.has(name);
    }

    /**
     * Goes through those that meet the criteria, whatever their limit: by topic, partition and age.
     *
     * @param handful is given some at a time, never none, and says whether it wants more
     */
    public void each(Criteria criteria, Predicate<List<Letter>> handful) {
        List<String> topics = broker.deadLetterTopics(criteria.topics());
        reader.read(broker.partitions(topics), criteria.since(), records -> {
            List<Letter> letters =
                    letters(records).stream().filter(criteria::match).toList();
            return letters.isEmpty() || handful.test(letters);
        });
    }

    /** The one that lies there, if one does. */
    public Optional<Letter> at(Position position) {
        List<Letter> found = new ArrayList<>();
        if (broker.has(position.topic())
                && broker.partitions(List.of(position.topic())).contains(position.topicPartition())) {
            reader.read(position.topicPartition(), position.offset(), position.offset() + 1, records -> {
                found.addAll(letters(records));
                return true;
            });
        }
        return found.stream().findFirst();
    }

    /** Which of these topics' letters were written back; of all topics' if none is named. */
    public Journal journal(Collection<String> topics) {
        return Journal.read(broker, reader, broker.deadLetterTopics(topics));
    }

    /** What writes letters back, and enters them into this journal. */
    public Replayer replayer(Journal journal) {
        return new Replayer(broker, settings, journal);
    }

    private static List<Letter> letters(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(Letter::new).toList();
    }

    @Override
    public void close() {
        reader.close();
        broker.close();
    }
}
