package com.dmverify.cli.deadletter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.RecordPosition;
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
 * Writes dead letters back to their topics with the same key, value and headers, but for the headers of dead letters and
 * of retries: with the old number of attempts the next failure would be the last.
 */
public final class Replayer implements AutoCloseable {

    private static final List<String> DROPPED_HEADERS = List.of("dlt-", "retry-");

    private final Producer<byte[], byte[]> producer;
    private final ReplayLog replayLog;

    Replayer(TopicAdmin admin, KafkaSettings settings, ReplayLog replayLog) {
        this(new KafkaProducer<>(settings.producer(), new ByteArraySerializer(), new ByteArraySerializer()), replayLog);
        admin.createCompacted(ReplayLog.TOPIC);
    }

    Replayer(Producer<byte[], byte[]> producer, ReplayLog replayLog) {
        this.producer = producer;
        this.replayLog = replayLog;
    }

    /**
     * Writes them and returns the results in the order given; what was written is in the log then. Those behind a failed
     * one may be missing: they were not tried.
     *
     * @throws KafkaException if the log could not be written
     */
    public List<ReplayResult> write(List<DeadLetter> letters) {
        List<Sent> sent = send(letters);
        producer.flush();
        List<ReplayResult> results = sent.stream().map(Sent::result).toList();
        log(results);
        return results;
    }

    /** Stops at the first that the producer cannot even queue: each one behind it would block for as long. */
    private List<Sent> send(List<DeadLetter> letters) {
        List<Sent> sent = new ArrayList<>();
        for (DeadLetter letter : letters) {
            Sent next = new Sent(letter, producer.send(originalRecord(letter)));
            sent.add(next);
            if (next.acknowledgement().isDone() && next.result() instanceof ReplayResult.Failed) {
                break;
            }
        }
        return sent;
    }

    /** The record to write; its partition follows from the key. */
    static ProducerRecord<byte[], byte[]> originalRecord(DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                letter.replayTopic(),
                null,
                letter.record().key(),
                letter.record().value());
        for (Header header : letter.record().headers()) {
            if (DROPPED_HEADERS.stream().noneMatch(header.key()::startsWith)) {
                record.headers().add(header);
            }
        }
        record.headers()
                .add(
                        DeadLetterHeaders.REPLAYED_FROM,
                        letter.position().toString().getBytes(UTF_8));
        return record;
    }

    private void log(List<ReplayResult> results) {
        List<Future<RecordMetadata>> entries = results.stream()
                .filter(ReplayResult.Written.class::isInstance)
                .map(ReplayResult.Written.class::cast)
                .map(written -> producer.send(replayLog.add(written.letter().position())))
                .toList();
        producer.flush();
        for (Future<RecordMetadata> entry : entries) {
            try {
                entry.get();
            } catch (ExecutionException e) {
                throw new KafkaException(
                        "dead letters were replayed but could not be added to the topic " + ReplayLog.TOPIC, e);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private record Sent(DeadLetter letter, Future<RecordMetadata> acknowledgement) {

        ReplayResult result() {
            try {
                RecordMetadata written = acknowledgement.get();
                return new ReplayResult.Written(
                        letter, new RecordPosition(written.topic(), written.partition(), written.offset()));
            } catch (ExecutionException e) {
                return e.getCause() instanceof RecordTooLargeException tooLarge
                        ? new ReplayResult.Rejected(letter, String.valueOf(tooLarge.getMessage()))
                        : new ReplayResult.Failed(letter, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
