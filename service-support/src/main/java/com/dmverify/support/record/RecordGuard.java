package com.dmverify.support.record;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The outermost guard around the work for one Kafka record. Whatever the work throws is counted
 * ({@code kafka.records.failed}, tags {@code topic} and {@code cause}: the name of the class that was thrown) and becomes a
 * {@link RecordFailedException}, so that no {@link Error} reaches the listener container, which it would stop. Its cause is
 * what was thrown; the caller chooses between retry and dead letter. Thread-safe.
 */
public final class RecordGuard {

    private static final Logger log = LoggerFactory.getLogger(RecordGuard.class);

    private final MeterRegistry meters;

    public RecordGuard(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Does the work of the topic's first reader.
     *
     * @throws RecordFailedException if the work throws anything
     */
    public <T> T guard(ConsumerRecord<?, ?> record, Callable<T> work) {
        try {
            return work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(record, e);
        } catch (Throwable e) {
            throw failed(record, e);
        }
    }

    /**
     * Does the asynchronous work of the topic's first reader. The result errors with a {@link RecordFailedException} if the
     * work throws anything. Reactor lets no operator see an {@link Error} of the JVM that is thrown on another thread: the work
     * then gives no signal, and fails with a {@link NoSignalException} after the longest time.
     *
     * @param longest longer than all time-outs of the calls that the work makes
     */
    public <T> Mono<T> guardMono(ConsumerRecord<?, ?> record, Duration longest, Supplier<Mono<T>> work) {
        return Mono.<T>create(sink -> {
                    try {
                        sink.onDispose(work.get()
                                .contextWrite(sink.contextView())
                                .subscribe(sink::success, sink::error, sink::success));
                    } catch (Throwable e) {
                        // Reactor would throw a StackOverflowError or OutOfMemoryError past onErrorResume.
                        sink.error(failed(record, e));
                    }
                })
                .timeout(longest, Mono.error(() -> new NoSignalException(longest)))
                .onErrorMap(e -> e instanceof RecordFailedException ? e : failed(record, e));
    }

    /**
     * Does the work of another reader of the topic, which leaves the dead letter to the first one: a failure is counted and
     * the record is skipped.
     *
     * @param isAway whether a failure means that another system is away. Then the record is not skipped
     * @throws RecordFailedException if another system is away: the record has to come again
     */
    public void skipIfItFails(ConsumerRecord<?, ?> record, Predicate<Throwable> isAway, Runnable work) {
        try {
            guard(record, () -> {
                work.run();
                return record;
            });
        } catch (RecordFailedException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (Thread.currentThread().isInterrupted() || isAway.test(cause)) {
                throw e;
            }
            log.atWarn()
                    .addKeyValue("record", where(record))
                    .addKeyValue("reason", String.valueOf(cause.getMessage()))
                    .log("record.skipped");
        }
    }

    private RecordFailedException failed(ConsumerRecord<?, ?> record, Throwable cause) {
        meters.counter(
                        "kafka.records.failed",
                        "topic",
                        record.topic(),
                        "cause",
                        cause.getClass().getSimpleName())
                .increment();
        return new RecordFailedException(where(record), cause);
    }

    static String where(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
