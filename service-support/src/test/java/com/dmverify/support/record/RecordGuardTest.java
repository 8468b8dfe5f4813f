package com.dmverify.support.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RecordGuardTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordGuard guard = new RecordGuard(meters);
    private final ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("orders", 3, 7, "key", new byte[0]);

    static List<Throwable> throwables() {
        return List.of(
                new OutOfMemoryError("a test"),
                new StackOverflowError("a test"),
                new NoClassDefFoundError("a test"),
                new AssertionError("a test"),
                new IllegalStateException("a test"),
                new IOException("a test"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverIsThrownIsCountedAndIsNoError(Throwable thrown) {
        assertThatThrownBy(() -> guard.guard(record, () -> {
                    throw sneaky(thrown);
                }))
                .isInstanceOf(RecordFailedException.class)
                .hasCause(thrown);
        assertThat(failures(thrown)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void whateverAMonoThrowsReachesOnErrorResume(Throwable thrown) {
        Mono<String> work = guard.guardMono(record, LONGEST, () -> {
            throw sneaky(thrown);
        });

        assertThat(work.onErrorResume(RecordFailedException.class, e -> Mono.just("dead letter"))
                        .block())
                .isEqualTo("dead letter");
        assertThat(failures(thrown)).isEqualTo(1);
    }

    @Test
    void anErrorInsideAMonoIsCountedOnce() {
        Mono<String> work = guard.guardMono(record, LONGEST, () -> Mono.error(new IllegalStateException("a test")));

        assertThatThrownBy(work::block).isInstanceOf(RecordFailedException.class);
        assertThat(failures(new IllegalStateException())).isEqualTo(1);
    }

    /** The errors that Reactor throws past every operator. */
    private static List<Error> jvmErrors() {
        return List.of(
                new OutOfMemoryError("a test"), new StackOverflowError("a test"), new NoClassDefFoundError("a test"));
    }

    @ParameterizedTest
    @MethodSource("jvmErrors")
    void anErrorInAnOperatorOfTheMonoIsAFailureOfTheRecord(Error thrown) {
        Mono<String> work = guard.guardMono(
                record,
                LONGEST,
                () -> Mono.just("a").map(text -> {
                    throw thrown;
                }));

        assertThatThrownBy(() -> work.block(LONGEST))
                .isInstanceOf(RecordFailedException.class)
                .hasCause(thrown);
    }

    @ParameterizedTest
    @MethodSource("jvmErrors")
    void anErrorOnAnotherThreadIsAFailureOfTheRecordToo(Error thrown) {
        Mono<String> work = guard.guardMono(
                record,
                Duration.ofMillis(100),
                () -> Mono.just("a").publishOn(Schedulers.single()).map(text -> {
                    throw thrown;
                }));

        assertThatThrownBy(() -> work.block(LONGEST))
                .isInstanceOf(RecordFailedException.class)
                .hasCauseInstanceOf(NoSignalException.class);
    }

    @Test
    void theWorkSeesTheContextOfItsSubscriber() {
        Mono<String> work = guard.guardMono(
                record, LONGEST, () -> Mono.deferContextual(context -> Mono.just(context.get("trace"))));

        assertThat(work.contextWrite(context -> context.put("trace", "a trace")).block(LONGEST))
                .isEqualTo("a trace");
    }

    @Test
    void aSecondReaderSkipsWhatItCannotRead() {
        assertThatCode(() -> guard.skipIfItFails(record, e -> false, () -> {
                    throw new StackOverflowError("a test");
                }))
                .doesNotThrowAnyException();
        assertThat(failures(new StackOverflowError())).isEqualTo(1);
    }

    @Test
    void aSecondReaderSkipsNothingWhileAnotherSystemIsAway() {
        assertThatThrownBy(() -> guard.skipIfItFails(record, UncheckedIOException.class::isInstance, () -> {
                    throw new UncheckedIOException(new IOException("a test"));
                }))
                .isInstanceOf(RecordFailedException.class);
    }

    private double failures(Throwable thrown) {
        return meters.get("kafka.records.failed")
                .tags("topic", "orders", "cause", thrown.getClass().getSimpleName())
                .counter()
                .count();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
