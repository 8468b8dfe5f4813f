package com.dmverify.deadletters.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.deadletters.letter.Letter;
import com.dmverify.deadletters.letter.Position;
import com.dmverify.schemas.DeadLetterHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes letters back to where they came from, as they were: same key, value and headers, without what was written on
 * them as dead letters and on the way there. A retry topic's count of attempts is such a thing: with it the last
 * attempt would be spent before it begins.
 */
public final class Replayer implements AutoCloseable {

    private static final List<String> OF_THE_JOURNEY = List.of("dlt-", "retry-");

    private final Producer<byte[], byte[]> producer;
    private final Journal journal;

    Replayer(Broker broker, BrokerSettings settings, Journal journal) {
        this(new KafkaProducer<>(settings.producer(), new ByteArraySerializer(), new ByteArraySerializer()), journal);
        broker.makeCompacted(Journal.TOPIC);
    }

    Replayer(Producer<byte[], byte[]> producer, Journal journal) {
        this.producer = producer;
        this.journal = journal;
    }

    /**
     * Returns when it is known what became of them, in the order given; what was written is in the journal then.
     * Letters behind one that failed may be missing: they were not tried.
     *
     * @throws KafkaException if the journal could not be written
     */
    public List<Outcome> write(List<Letter> letters) {
        List<Sent> sent = send(letters);
        producer.flush();
        List<Outcome> outcomes = sent.stream().map(Sent::outcome).toList();
        enter(outcomes);
        return outcomes;
    }

    /** Ends at the first that Kafka does not even begin to take: each of those behind it would wait as long. */
    private List<Sent> send(List<Letter> letters) {
        List<Sent> sent = new ArrayList<>();
        for (Letter letter : letters) {
            Sent next = new Sent(letter, producer.send(asItWas(letter)));
            sent.add(next);
            if (next.answer().isDone() && next.outcome() instanceof Outcome.Failed) {
                break;
            }
        }
        return sent;
    }

    /** The partition is left to the key. */
    static ProducerRecord<byte[], byte[]> asItWas(Letter letter) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                letter.home(), null, letter.record().key(), letter.record().value());
        for (Header header : letter.record().headers()) {
            if (OF_THE_JOURNEY.stream().noneMatch(header.key()::startsWith)) {
                record.headers().add(header);
            }
        }
        record.headers()
                .add(
                        DeadLetterHeaders.REPLAYED_FROM,
                        letter.position().toString().getBytes(UTF_8));
        return record;
    }

    private void enter(List<Outcome> outcomes) {
        List<Future<RecordMetadata>> entries = outcomes.stream()
                .filter(Outcome.Written.class::isInstance)
                .map(Outcome.Written.class::cast)
                .map(written -> producer.send(journal.enter(written.letter().position())))
                .toList();
        producer.flush();
        for (Future<RecordMetadata> entry : entries) {
            try {
                entry.get();
            } catch (ExecutionException e) {
                throw new KafkaException("letters were written back, and it cannot be noted in " + Journal.TOPIC, e);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private record Sent(Letter letter, Future<RecordMetadata> answer) {

        Outcome outcome() {
            try {
                RecordMetadata there = answer.get();
                return new Outcome.Written(letter, new Position(there.topic(), there.partition(), there.offset()));
            } catch (ExecutionException e) {
                return e.getCause() instanceof RecordTooLargeException tooLarge
                        ? new Outcome.Refused(letter, String.valueOf(tooLarge.getMessage()))
                        : new Outcome.Failed(letter, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
