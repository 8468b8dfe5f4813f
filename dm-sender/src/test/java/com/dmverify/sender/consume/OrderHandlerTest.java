package com.dmverify.sender.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.sender.fixture.KafkaStub;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.observability.SendLog;
import com.dmverify.sender.observability.SenderMetrics;
import com.dmverify.sender.publish.Publisher;
import com.dmverify.x.XError;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;

class OrderHandlerTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(15);
    private static final long OFFSET = 42;

    private final SendFixture desk = new SendFixture();
    private final KafkaStub kafka = new KafkaStub();
    private final EventCodec codec = new EventCodec();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OrderHandler handler = new OrderHandler(
            new OrderReader(codec),
            desk.pipeline,
            desk.lookUps,
            new Publisher(kafka.template(), new TopicNames(""), codec, desk.clock),
            new SendLog(new SenderMetrics(meters, desk.accounts)),
            new FailurePolicy(desk.clock, UNKNOWN_FOR, PAUSE, desk.backOff));

    @Test
    void aRecordIsLetGoWhenItsOutcomeIsDurable() {
        // When
        Optional<Instant> defer = handler.handle(record("ver_1"));

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo(Topics.DM_ATTEMPTED);
            assertThat(sent.key()).isEqualTo("ver_1");
        });
        assertThat(dispositions("attempted")).isEqualTo(1);
    }

    @Test
    void aLookUpIsReportedUnderAnIdOfItsOwnAndNothingIsSent() {
        // Given
        byte[] lookUp = codec.encode(Orders.lookUp("ver_1", Orders.START).build());

        // When
        Optional<Instant> defer =
                handler.handle(new ConsumerRecord<>("verification.requested", 1, OFFSET, Orders.ACCOUNT, lookUp));

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent())
                .singleElement()
                .satisfies(sent -> assertThat(header(sent, "ce_id")).isEqualTo("ver_1.1.looked-up"));
        assertThat(desk.x.sends()).isZero();
        assertThat(meters.find("dm.sender.attempts").timer()).isNull();
        assertThat(meters.get("dm.sender.look.ups")
                        .tag("outcome", "resolved")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whileKafkaTakesNothingTheRecordStaysAndNothingIsSentTwice() {
        // Given
        kafka.goAway();

        // When
        Optional<Instant> first = handler.handle(record("ver_1"));
        Optional<Instant> second = handler.handle(record("ver_1"));

        // Then
        assertThat(first).contains(Orders.START.plus(PAUSE));
        assertThat(second).contains(Orders.START.plus(PAUSE));
        assertThat(desk.x.inbox()).hasSize(1);
    }

    @Test
    void whileRedisIsAwayTheRecordStays() {
        // Given
        desk.ledger.fail(new QueryTimeoutException("Redis is away", new RedisCommandTimeoutException()));

        // When
        Optional<Instant> defer = handler.handle(record("ver_1"));

        // Then
        assertThat(defer).contains(Orders.START.plus(PAUSE));
        assertThat(desk.x.inbox()).isEmpty();
        assertThat(kafka.sent()).isEmpty();
    }

    @Test
    void anOrderThatHasToWaitAloneIsPutAside() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("timed out", null));
        ConsumerRecord<String, byte[]> record = record("ver_1");

        // When
        Optional<Instant> defer = handler.handle(record);

        // Then
        assertThat(defer).isEmpty();
        ProducerRecord<String, byte[]> aside = kafka.sent().getLast();
        assertThat(aside.topic()).isEqualTo(Publisher.RETRY_TOPIC);
        assertThat(aside.key()).isEqualTo(record.key());
        assertThat(aside.value()).isEqualTo(record.value());
        assertThat(header(aside, "retry-attempt")).isEqualTo("2");
        assertThat(header(aside, "retry-not-before")).isEqualTo("2026-11-20T10:00:05Z");
        assertThat(header(aside, "retry-cause")).isEqualTo("outcome unknown");
        assertThat(header(aside, "retry-origin")).isEqualTo("verification.requested-1@42");
        assertThat(header(aside, "traceparent")).isEqualTo("00-1-2-01");
    }

    @Test
    void anUnknownOutcomeIsReportedUnderAnIdOfItsOwnBeforeTheOrderIsPutAside() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("timed out", null));

        // When
        handler.handle(record("ver_1"));

        // Then
        assertThat(kafka.sent())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.DM_ATTEMPTED, Publisher.RETRY_TOPIC);
        assertThat(header(kafka.sent().getFirst(), "ce_id")).isEqualTo("ver_1.1.unconfirmed");
        assertThat(meters.get("dm.sender.interim.reports").counter().count()).isEqualTo(1);
        assertThat(meters.find("dm.sender.attempts").timer()).isNull();
    }

    @Test
    void whatWasPutAsideIsNotLookedAtBeforeItsTime() {
        // Given
        Instant notBefore = Orders.START.plusSeconds(1);
        ConsumerRecord<String, byte[]> record = record("ver_1");
        record.headers().add("retry-not-before", notBefore.toString().getBytes(UTF_8));

        // When
        Optional<Instant> defer = handler.handle(record);

        // Then
        assertThat(defer).contains(notBefore);
        assertThat(desk.x.inbox()).isEmpty();
        desk.clock.set(notBefore);
        assertThat(handler.handle(record)).isEmpty();
    }

    @Test
    void anErrorThatNobodyForesawIsTriedAgainAndEndsAsADeadLetter() {
        // Given
        desk.ledger.fail(new IllegalStateException("a mistake of ours"));
        ConsumerRecord<String, byte[]> last = record("ver_1");
        last.headers().add("retry-attempt", "4".getBytes(UTF_8));

        // When
        handler.handle(record("ver_1"));
        handler.handle(last);

        // Then
        assertThat(kafka.sent())
                .extracting(ProducerRecord::topic)
                .containsExactly(Publisher.RETRY_TOPIC, Publisher.DEAD_LETTER_TOPIC);
        assertThat(header(kafka.sent().getLast(), "dlt-cause")).isEqualTo("unexpected IllegalStateException");
        assertThat(header(kafka.sent().getLast(), "dlt-attempt")).isEqualTo("4");
    }

    @Test
    void anErrorOfTheJvmIsTriedAgainAndCounted() {
        // Given
        desk.ledger.fail(new StackOverflowError());

        // When
        Optional<Instant> defer = handler.handle(record("ver_1"));

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent()).extracting(ProducerRecord::topic).containsExactly(Publisher.RETRY_TOPIC);
        assertThat(meters.get("dm.sender.unexpected")
                        .tag("cause", "StackOverflowError")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feffffff0f6162", "eeffffff0f6162", "ffffffffffffffffff01", "", "00"})
    void anyBytesBehindTheRightHeaderAreADeadLetter(String body) {
        // Given: the length of the first string is more than there is, and than the heap has
        byte[] header = Arrays.copyOf(
                codec.encode(Orders.requested("ver_1", Orders.START).build()), 10);
        byte[] bytes = HexFormat.of().parseHex(HexFormat.of().formatHex(header) + body);

        // When
        Optional<Instant> defer =
                handler.handle(new ConsumerRecord<>("verification.requested", 1, OFFSET, "main", bytes));

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.value()).isEqualTo(bytes));
        assertThat(kafka.sent().getLast().topic()).isEqualTo(Publisher.DEAD_LETTER_TOPIC);
    }

    static List<Consumer<VerificationRequested.Builder>> impossible() {
        return List.of(
                order -> order.setCodeDigits(11),
                order -> order.setCodeDigits(0),
                order -> order.setCodeVersion(0),
                order -> order.setTargetUserId("0012"),
                order -> order.setVerificationId("ver}1"),
                order -> order.setAccount("nobody"),
                order -> order.setKeyId("k9"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatDecodesAndNamesWhatCannotExistIsADeadLetterAtOnce(Consumer<VerificationRequested.Builder> change) {
        // Given
        VerificationRequested.Builder event = Orders.requested("ver_1", Orders.START);
        change.accept(event);

        // When
        Optional<Instant> defer = handler.handle(
                new ConsumerRecord<>("verification.requested", 1, OFFSET, "main", codec.encode(event.build())));

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent()).extracting(ProducerRecord::topic).containsExactly(Publisher.DEAD_LETTER_TOPIC);
    }

    @Test
    void anOrderOfANewerVersionIsTriedAgainForAWhileAndThenADeadLetter() {
        // Given
        byte[] unknown = codec.encode(Orders.requested("ver_1", Orders.START).build());
        unknown[5] ^= 1;
        handler.handle(new ConsumerRecord<>("verification.requested", 1, OFFSET, "main", unknown));
        ProducerRecord<String, byte[]> aside = kafka.sent().getLast();

        // When
        desk.clock.advance(UNKNOWN_FOR.minusSeconds(1));
        handler.handle(again(aside));
        ProducerRecord<String, byte[]> later = kafka.sent().getLast();
        desk.clock.advance(Duration.ofMinutes(1));
        handler.handle(again(later));

        // Then
        assertThat(kafka.sent())
                .extracting(ProducerRecord::topic)
                .containsExactly(Publisher.RETRY_TOPIC, Publisher.RETRY_TOPIC, Publisher.DEAD_LETTER_TOPIC);
        assertThat(header(later, "retry-attempt")).isEqualTo("3");
        assertThat(kafka.sent().getLast().value()).isEqualTo(unknown);
    }

    @Test
    void anOutcomeOfANewerVersionInTheLedgerIsTriedAgainForAWhileAndThenADeadLetter() {
        // Given: more attempts than an unexpected error has
        byte[] unknown = codec.encode(Orders.requested("ver_1", Orders.START).build());
        unknown[5] ^= 1;
        desk.ledger.fail(Assertions.catchThrowable(() -> codec.decode(unknown, VerificationRequested.class)));
        ConsumerRecord<String, byte[]> record = record("ver_1");
        for (int attempt = 1; attempt <= SendFixture.MOST_ATTEMPTS + 1; attempt++) {
            handler.handle(record);
            desk.clock.advance(Duration.ofMinutes(1));
            record = again(kafka.sent().getLast());
        }

        // When
        desk.clock.advance(UNKNOWN_FOR);
        handler.handle(record);

        // Then
        assertThat(kafka.sent())
                .extracting(ProducerRecord::topic)
                .hasSize(SendFixture.MOST_ATTEMPTS + 2)
                .endsWith(Publisher.RETRY_TOPIC, Publisher.DEAD_LETTER_TOPIC)
                .containsOnlyOnce(Publisher.DEAD_LETTER_TOPIC);
        assertThat(desk.x.sends()).isZero();
    }

    private static ConsumerRecord<String, byte[]> again(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 1, OFFSET, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    @Test
    void whatIsPutAsideIsNoAttempt() {
        // When
        Optional<Instant> defer = handler.putAside(record("ver_1"));

        // Then
        assertThat(defer).isEmpty();
        ProducerRecord<String, byte[]> aside = kafka.sent().getLast();
        assertThat(aside.topic()).isEqualTo(Publisher.RETRY_TOPIC);
        assertThat(header(aside, "retry-attempt")).isEqualTo("1");
        assertThat(header(aside, "retry-not-before"))
                .isEqualTo(Orders.START.plus(PAUSE).toString());
    }

    @Test
    void aTimeThatNobodyWouldWaitForIsNoReasonToWait() {
        // Given
        ConsumerRecord<String, byte[]> record = record("ver_1");
        record.headers().add("retry-not-before", "9999-01-01T00:00:00Z".getBytes(UTF_8));

        // When
        Optional<Instant> defer = handler.handle(record);

        // Then
        assertThat(defer).isEmpty();
        assertThat(desk.x.inbox()).hasSize(1);
    }

    @Test
    void poisonWithAnEmptySubjectIsADeadLetterLikeAnyOther() {
        // Given
        ConsumerRecord<String, byte[]> poison = poison();
        poison.headers().add("ce_subject", null);

        // When
        Optional<Instant> defer = handler.handle(poison);

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.topic()).isEqualTo(Publisher.DEAD_LETTER_TOPIC));
    }

    @Test
    void aScriptThatFailsIsNotTakenForARedisThatIsAway() {
        // Given
        desk.ledger.fail(new RedisSystemException(
                "eval", new RedisCommandExecutionException("ERR wrong type script: c4, on @user_script:17.")));

        // When
        Optional<Instant> defer = handler.handle(record("ver_1"));

        // Then
        assertThat(defer).isEmpty();
        assertThat(kafka.sent()).extracting(ProducerRecord::topic).containsExactly(Publisher.RETRY_TOPIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'. script: 40a2, on @user_script:32.",
                "READONLY You can't write against a read only replica. script: 40a2, on @user_script:32.",
                "NOREPLICAS Not enough good replicas to write. script: 40a2, on @user_script:32.",
                "MISCONF Redis is configured to save RDB snapshots",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "BUSY Redis is busy running a script."
            })
    void whileRedisIsUnavailableOrdersWaitAndNothingIsADeadLetter(String error) {
        // Given
        desk.ledger.fail(new RedisSystemException("eval", new RedisCommandExecutionException(error)));
        ConsumerRecord<String, byte[]> last = record("ver_1");
        last.headers().add("retry-attempt", "99".getBytes(UTF_8));

        // When
        Optional<Instant> defer = handler.handle(last);

        // Then
        assertThat(defer).contains(Orders.START.plus(PAUSE));
        assertThat(kafka.sent()).isEmpty();
    }

    @Test
    void whatIsDecidedIsCountedOnceHoweverOftenItsAnnouncementIsTried() {
        // Given
        kafka.goAway();
        handler.handle(record("ver_1"));
        kafka.defer();

        // When
        handler.handle(record("ver_1"));

        // Then
        assertThat(attempts("decided")).isEqualTo(1);
        assertThat(attempts("recorded")).isEqualTo(1);
    }

    @Test
    void everyPassageIsCountedOnce() {
        // Given
        desk.x.failSend(new XError.UnknownOutcome("timed out", null));
        desk.x.failSend(new XError.SenderRestricted("locked", 403));

        // When
        handler.handle(record("ver_1"));
        handler.handle(record("ver_2"));
        handler.handle(poison());
        desk.clock.advance(Duration.ofSeconds(5));
        handler.handle(record("ver_3"));

        // Then
        assertThat(dispositions("retry")).isEqualTo(1);
        assertThat(dispositions("defer")).isEqualTo(1);
        assertThat(dispositions("dead_letter")).isEqualTo(1);
        assertThat(dispositions("attempted")).isEqualTo(1);
    }

    private double attempts(String source) {
        return meters.get("dm.sender.attempts").tag("source", source).timer().count();
    }

    private static ConsumerRecord<String, byte[]> poison() {
        return new ConsumerRecord<>("verification.requested", 1, OFFSET, "main", new byte[3]);
    }

    private double dispositions(String next) {
        return meters.get("dm.sender.dispositions")
                .tag("disposition", next)
                .counter()
                .count();
    }

    private ConsumerRecord<String, byte[]> record(String verificationId) {
        byte[] order =
                codec.encode(Orders.requested(verificationId, Orders.START).build());
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("verification.requested", 1, OFFSET, Orders.ACCOUNT, order);
        record.headers().add("traceparent", "00-1-2-01".getBytes(UTF_8));
        return record;
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
