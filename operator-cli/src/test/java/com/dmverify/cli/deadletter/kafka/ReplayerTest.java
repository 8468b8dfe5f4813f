package com.dmverify.cli.deadletter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterBuilder;
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

    private final ReplayLog replayLog = ReplayLog.empty();

    @Test
    void aReplayedRecordHasTheOriginalKeyValueAndHeaders() {
        // Given
        DeadLetter letter = DeadLetterBuilder.ofDmSender()
                .header("traceparent", "00-1")
                .header("retry-attempt", "8")
                .header("retry-not-before", "2026-11-20T10:00:00Z")
                .header("dlt-replayed-from", "verification.requested.dlt-0@1")
                .at(5)
                .build();

        // When
        ProducerRecord<byte[], byte[]> record = Replayer.originalRecord(letter);

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
    void aReplayedRecordIsAddedToTheLog() {
        // Given
        MockProducer<byte[], byte[]> kafka = new MockProducer<>(true, null, bytes(), bytes());
        DeadLetter letter = DeadLetterBuilder.ofDmSender().build();

        // When
        List<ReplayResult> results = new Replayer(kafka, replayLog).write(List.of(letter));

        // Then
        assertThat(results).hasOnlyElementsOfType(ReplayResult.Written.class);
        assertThat(replayLog.contains(letter.position())).isTrue();
        assertThat(kafka.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("verification.requested", ReplayLog.TOPIC);
    }

    @Test
    void aRecordThatIsTooLargeDoesNotStopTheOthers() {
        // Given
        DeadLetter large = DeadLetterBuilder.ofDmSender().at(1).build();
        DeadLetter next = DeadLetterBuilder.ofDmSender().at(2).build();

        // When
        List<ReplayResult> results = new Replayer(new FailingOnce(new RecordTooLargeException("too large")), replayLog)
                .write(List.of(large, next));

        // Then
        assertThat(results.getFirst()).isEqualTo(new ReplayResult.Rejected(large, "too large"));
        assertThat(results.getLast()).isInstanceOf(ReplayResult.Written.class);
        assertThat(replayLog.contains(large.position())).isFalse();
        assertThat(replayLog.contains(next.position())).isTrue();
    }

    @Test
    void afterARecordThatKafkaDoesNotAcceptNoOtherIsTried() {
        // Given
        DeadLetter first = DeadLetterBuilder.ofDmSender().at(1).build();
        DeadLetter next = DeadLetterBuilder.ofDmSender().at(2).build();

        // When
        List<ReplayResult> results =
                new Replayer(new FailingOnce(new TimeoutException("away")), replayLog).write(List.of(first, next));

        // Then
        assertThat(results).hasOnlyElementsOfType(ReplayResult.Failed.class).hasSize(1);
        assertThat(replayLog.contains(first.position())).isFalse();
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
