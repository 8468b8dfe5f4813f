package com.dmverify.deadletters.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.deadletters.letter.ALetter;
import com.dmverify.deadletters.letter.Letter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ReplayerTest {

    private final Journal journal = Journal.empty();

    @Test
    void aRecordGoesBackAsItWas() {
        // Given
        Letter letter = ALetter.ofTheSender()
                .header("traceparent", "00-1")
                .header("retry-attempt", "8")
                .header("retry-not-before", "2026-11-20T10:00:00Z")
                .header("dlt-replayed-from", "verification.requested.dlt-0@1")
                .at(5)
                .build();

        // When
        ProducerRecord<byte[], byte[]> record = Replayer.asItWas(letter);

        // Then
        assertThat(record.topic()).isEqualTo("verification.requested");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).isEqualTo("demo".getBytes(UTF_8));
        assertThat(record.value()).isEqualTo(letter.record().value());
        assertThat(Arrays.stream(record.headers().toArray()).map(Header::key))
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "content-type",
                        "traceparent",
                        "dlt-replayed-from");
        assertThat(record.headers().lastHeader("dlt-replayed-from").value())
                .isEqualTo("verification.requested.dlt-0@5".getBytes(UTF_8));
    }

    @Test
    void whatIsWrittenIsEnteredIntoTheJournal() {
        // Given
        MockProducer<byte[], byte[]> kafka = new MockProducer<>(true, null, bytes(), bytes());
        Letter letter = ALetter.ofTheSender().build();

        // When
        List<Outcome> outcomes = new Replayer(kafka, journal).write(List.of(letter));

        // Then
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Written.class);
        assertThat(journal.holds(letter.position())).isTrue();
        assertThat(kafka.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("verification.requested", Journal.TOPIC);
    }

    @Test
    void aRecordThatIsTooLargeHoldsUpNobody() {
        // Given
        Letter large = ALetter.ofTheSender().at(1).build();
        Letter next = ALetter.ofTheSender().at(2).build();

        // When
        List<Outcome> outcomes = new Replayer(new FailingOnce(new RecordTooLargeException("too large")), journal)
                .write(List.of(large, next));

        // Then
        assertThat(outcomes.getFirst()).isEqualTo(new Outcome.Refused(large, "too large"));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
        assertThat(journal.holds(large.position())).isFalse();
        assertThat(journal.holds(next.position())).isTrue();
    }

    @Test
    void behindOneThatKafkaDoesNotTakeNoneIsTried() {
        // Given
        Letter first = ALetter.ofTheSender().at(1).build();
        Letter next = ALetter.ofTheSender().at(2).build();

        // When
        List<Outcome> outcomes =
                new Replayer(new FailingOnce(new TimeoutException("away")), journal).write(List.of(first, next));

        // Then
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Failed.class).hasSize(1);
        assertThat(journal.holds(first.position())).isFalse();
    }

    private static ByteArraySerializer bytes() {
        return new ByteArraySerializer();
    }

    /** Refuses the first record, takes all others. */
    private static final class FailingOnce extends MockProducer<byte[], byte[]> {

        private final RuntimeException refusal;
        private boolean refused;

        FailingOnce(RuntimeException refusal) {
            super(true, null, bytes(), bytes());
            this.refusal = refusal;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (refused) {
                return super.send(record);
            }
            refused = true;
            return CompletableFuture.failedFuture(refusal);
        }
    }
}
