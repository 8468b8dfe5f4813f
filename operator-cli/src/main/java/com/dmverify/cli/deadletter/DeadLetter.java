package com.dmverify.cli.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.DeadLetterHeaders;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, with the headers that its reader added. All of its bytes are of unknown origin and
 * not to be trusted.
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    /** Where it is stored. */
    public RecordPosition position() {
        return new RecordPosition(record.topic(), record.partition(), record.offset());
    }

    /** When it became a dead letter. */
    public Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The key of the original record. */
    public Optional<String> key() {
        return text(record.key());
    }

    /** Name of the record's type, without its namespace: {@code VerificationRequested}. */
    public Optional<String> type() {
        return header("ce_type").map(type -> type.substring(type.lastIndexOf('.') + 1));
    }

    /** The verification id or user id that the record is about. */
    public Optional<String> subject() {
        return header("ce_subject");
    }

    /** Why it could not be processed. */
    public Optional<String> cause() {
        return header(DeadLetterHeaders.CAUSE);
    }

    /** At which attempt its reader gave it up. */
    public Optional<String> attempt() {
        return header(DeadLetterHeaders.ATTEMPT);
    }

    /** Where the record first appeared; empty if the header is missing or not legible. */
    public Optional<RecordPosition> origin() {
        return header(DeadLetterHeaders.ORIGIN).flatMap(RecordPosition::parse);
    }

    /** Its earlier position as a dead letter, if it was replayed and could not be processed again. */
    public Optional<String> replayedFrom() {
        return header(DeadLetterHeaders.REPLAYED_FROM);
    }

    /** Whether its value is missing because the dead letter topic did not accept it: the whole record is at its origin. */
    public boolean isShortened() {
        return header(DeadLetterHeaders.SHORTENED).isPresent();
    }

    /** The topic that a replay writes to: that of its origin, else its own topic without {@code .dlt}. */
    public String replayTopic() {
        String topic = record.topic();
        return origin().map(RecordPosition::topic)
                .orElseGet(() -> topic.substring(0, topic.length() - Topics.DLT.length()));
    }

    private Optional<String> header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? Optional.empty() : text(header.value());
    }

    private static Optional<String> text(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(present -> new String(present, UTF_8));
    }
}
