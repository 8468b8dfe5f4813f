package com.dmverify.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.tenant.UnknownAccountException;
import com.dmverify.api.verification.UserId;
import com.dmverify.schemas.DeadLetterHeaders;
import com.dmverify.support.record.DeadLetterWriter;
import com.dmverify.support.record.RecordFailedException;
import com.dmverify.support.record.RecordGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

class FailedRecordsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private final Throwable notYet = new UnknownAccountException(new UserId("1"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Broker broker = new Broker();
    private final KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(new ProducerFactory<>() {
        @Override
        public Producer<String, byte[]> createProducer() {
            return broker;
        }
    });
    private final FailedRecords failed = new FailedRecords(
            new DeadLetterWriter(kafka, meters, Duration.ofHours(1)),
            new RetryTopic(kafka, Clock.systemUTC()),
            Duration.ofMinutes(15));
    private final ConsumerRecord<String, byte[]> record =
            new ConsumerRecord<>("dm.attempted", 0, 7, "ver_1", new byte[] {1});

    @Test
    void aRecordOfALaterConfigurationIsTriedAgainLater() {
        decide(notYet);

        assertThat(broker.history()).extracting(ProducerRecord::topic).containsExactly("dm.attempted.retry");
    }

    @Test
    void aRecordThatTheRetryTopicCannotTakeIsADeadLetterWithItsOwnCause() {
        broker.refuses = new RecordTooLargeException("2 MiB");

        decide(notYet);

        assertThat(broker.history()).extracting(ProducerRecord::topic).containsExactly("dm.attempted.dlt");
        assertThat(cause()).startsWith("UnknownAccountException");
    }

    @Test
    void aRecordForWhichTheRetryTopicGivesNoRightsIsADeadLetter() {
        broker.refuses = new TopicAuthorizationException("dm.attempted.retry");

        decide(notYet);

        assertThat(broker.history()).extracting(ProducerRecord::topic).containsExactly("dm.attempted.dlt");
    }

    @Test
    void aRecordThatTheRetryTopicCannotTakeNowComesAgain() {
        broker.refuses = new TimeoutException("no metadata");

        assertThatThrownBy(() -> decide(notYet)).isInstanceOf(TimeoutException.class);
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void aDeadLetterNamesEachCauseOfAnErrorThatHasSeveral() {
        decide(Exceptions.multiple(new IllegalStateException("one"), new IllegalArgumentException("two")));

        assertThat(cause()).contains("IllegalStateException: one", "IllegalArgumentException: two");
    }

    static Stream<Error> errorsOfADecoder() {
        return Stream.of(
                new StackOverflowError(), new OutOfMemoryError("Java heap space"), new LinkageError("a class"));
    }

    @ParameterizedTest
    @MethodSource("errorsOfADecoder")
    void anErrorThatIsThrownWhileARecordIsDecodedMakesADeadLetter(Error error) {
        decide(() -> {
            throw error;
        });

        assertThat(broker.history()).extracting(ProducerRecord::topic).containsExactly("dm.attempted.dlt");
        assertThat(cause()).startsWith(error.getClass().getSimpleName());
    }

    private void decide(Throwable cause) {
        decide(() -> Mono.error(cause));
    }

    private void decide(Supplier<Mono<Void>> work) {
        new RecordGuard(meters)
                .guardMono(record, TIMEOUT, work)
                .onErrorResume(RecordFailedException.class, failure -> failed.decide(record, failure))
                .block(TIMEOUT);
    }

    private String cause() {
        return new String(
                broker.history()
                        .getFirst()
                        .headers()
                        .lastHeader(DeadLetterHeaders.CAUSE)
                        .value(),
                StandardCharsets.UTF_8);
    }

    /** Takes every record, except that its retry topics refuse with an error. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private @Nullable RuntimeException refuses;

        Broker() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (refuses != null && record.topic().endsWith(".retry")) {
                throw refuses;
            }
            return super.send(record, callback);
        }
    }
}
