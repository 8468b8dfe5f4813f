package com.dmverify.deadletters.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.DeadLetterHeaders;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter: the record that could not be processed, and what its reader wrote on it. Strangers' bytes, not to be
 * trusted.
 */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

    /** Where it lies. */
    public Position position() {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    /** When it was put aside. */
    public Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The key it had and would have again. */
    public Optional<String> key() {
        return text(record.key());
    }

    /** Name of the record's type, without its namespace: {@code VerificationRequested}. */
    public Optional<String> type() {
        return header("ce_type").map(type -> type.substring(type.lastIndexOf('.') + 1));
    }

    /** What it is about: a verification id or a user id. */
    public Optional<String> subject() {
        return header("ce_subject");
    }

    /** Why it could not be processed. */
    public Optional<String> cause() {
        return header(DeadLetterHeaders.CAUSE);
    }

    /** At which attempt it was given up. */
    public Optional<String> attempt() {
        return header(DeadLetterHeaders.ATTEMPT);
    }

    /** Where it first appeared; empty if its reader did not say so legibly. */
    public Optional<Position> origin() {
        return header(DeadLetterHeaders.ORIGIN).flatMap(Position::parse);
    }

    /** Where it lay as a dead letter before: it was written back and could not be processed again. */
    public Optional<String> cameBackFrom() {
        return header(DeadLetterHeaders.REPLAYED_FROM);
    }

    /** Whether it lacks its value, because the dead letter topic did not take it: the record is where its origin says. */
    public boolean isShortened() {
        return header(DeadLetterHeaders.SHORTENED).isPresent();
    }

    /** The topic it goes back to: that of its origin, else the one whose dead letters these are. */
    public String home() {
        String topic = record.topic();
        return origin().map(Position::topic).orElseGet(() -> topic.substring(0, topic.length() - Topics.DLT.length()));
    }

    private Optional<String> header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? Optional.empty() : text(header.value());
    }

    private static Optional<String> text(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(present -> new String(present, UTF_8));
    }
}
