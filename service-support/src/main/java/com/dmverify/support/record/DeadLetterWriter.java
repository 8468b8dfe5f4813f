package com.dmverify.support.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.DeadLetterHeaders;
import com.dmverify.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Writes dead letters to the topic of the record's name with {@link Topics#DLT}. A record is written once in the life of the
 * process, however often its poll is repeated.
 *
 * <p>A dead letter topic that refuses the letter does not stop the consumer for ever. A letter that is too large is written
 * without its value: its origin says where the record is. Any other refusal (missing rights, an invalid topic) fails the
 * future, so that the record comes again, until {@code giveUpAfter}; then the record is given up, with an error in the log
 * and in {@code kafka.dead_letters} (tags {@code topic}, {@code result}: {@code written}, {@code shortened}, {@code refused},
 * {@code lost}). A Kafka that is away fails the future without limit: nothing can be given up then. Thread-safe.
 */
public final class DeadLetterWriter {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final int LONGEST_CAUSE = 1_000;

    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry meters;
    private final Duration giveUpAfter;
    private final LongSupplier nanoTime;
    private final WrittenLetters letters = new WrittenLetters();

    public DeadLetterWriter(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters, Duration giveUpAfter) {
        this(kafka, meters, giveUpAfter, System::nanoTime);
    }

    DeadLetterWriter(
            KafkaTemplate<String, byte[]> kafka, MeterRegistry meters, Duration giveUpAfter, LongSupplier nanoTime) {
        this.kafka = kafka;
        this.meters = meters;
        this.giveUpAfter = giveUpAfter;
        this.nanoTime = nanoTime;
    }

    /** What was thrown, in one line for the header {@link DeadLetterHeaders#CAUSE}. */
    public static String causeOf(Throwable thrown) {
        Throwable error =
                thrown instanceof RecordFailedException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = error.getMessage();
        return error.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /**
     * Writes the record as a dead letter. The future completes when the record may be let go, and fails if it has to come
     * again.
     *
     * @param cause why it could not be processed. Holds no secret
     * @param attempt at which attempt it was given up, from 1
     */
    public CompletableFuture<Void> write(ConsumerRecord<String, byte[]> record, String cause, int attempt) {
        return letters.once(RecordGuard.where(record), () -> send(record, letter(record, cause, attempt)));
    }

    private CompletableFuture<Void> send(ConsumerRecord<String, byte[]> record, ProducerRecord<String, byte[]> letter) {
        return sendSafely(letter)
                .thenAccept(sent -> written(record, letter, "written"))
                .exceptionallyCompose(e -> rootIs(e, RecordTooLargeException.class)
                        ? sendSafely(withoutValue(letter)).thenAccept(sent -> written(record, letter, "shortened"))
                        : CompletableFuture.failedFuture(e))
                .exceptionallyCompose(e -> refused(record, e));
    }

    private CompletableFuture<?> sendSafely(ProducerRecord<String, byte[]> letter) {
        try {
            return kafka.send(letter);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Void> refused(ConsumerRecord<String, byte[]> record, Throwable e) {
        Throwable root = root(e);
        if (root instanceof RetriableException || !(root instanceof org.apache.kafka.common.KafkaException)) {
            return CompletableFuture.failedFuture(e);
        }
        String where = RecordGuard.where(record);
        long since = letters.refusedSince(where, nanoTime.getAsLong());
        boolean isGivenUp = nanoTime.getAsLong() - since >= giveUpAfter.toNanos();
        count(record, isGivenUp ? "lost" : "refused");
        log.atError()
                .addKeyValue("record", where)
                .addKeyValue("reason", root.toString())
                .log(isGivenUp ? "dead_letter.lost" : "dead_letter.refused");
        return isGivenUp ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(e);
    }

    private void written(ConsumerRecord<String, byte[]> record, ProducerRecord<String, byte[]> letter, String result) {
        count(record, result);
        log.atError()
                .addKeyValue("record", RecordGuard.where(record))
                .addKeyValue("topic", letter.topic())
                .addKeyValue("result", result)
                .log("dead_letter.written");
    }

    private void count(ConsumerRecord<String, byte[]> record, String result) {
        meters.counter("kafka.dead_letters", "topic", record.topic(), "result", result)
                .increment();
    }

    private static ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> record, String cause, int attempt) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(record.topic() + Topics.DLT, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        String shortCause = cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
        letter.headers().add(DeadLetterHeaders.CAUSE, shortCause.getBytes(UTF_8));
        letter.headers().add(DeadLetterHeaders.ORIGIN, RecordGuard.where(record).getBytes(UTF_8));
        letter.headers().add(DeadLetterHeaders.ATTEMPT, String.valueOf(attempt).getBytes(UTF_8));
        return letter;
    }

    private static ProducerRecord<String, byte[]> withoutValue(ProducerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> shortened =
                new ProducerRecord<>(letter.topic(), null, letter.key(), null, letter.headers());
        shortened.headers().add(DeadLetterHeaders.SHORTENED, "value".getBytes(UTF_8));
        return shortened;
    }

    private static boolean rootIs(Throwable error, Class<? extends Throwable> type) {
        return type.isInstance(root(error));
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while ((root instanceof CompletionException || root instanceof org.springframework.kafka.KafkaException)
                && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
