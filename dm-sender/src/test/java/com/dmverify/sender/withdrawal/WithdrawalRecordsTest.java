package com.dmverify.sender.withdrawal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.events.ChallengeFromWrongAccount;
import com.dmverify.events.CodeSent;
import com.dmverify.events.CommandRejected;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.SchemaEntry;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.support.record.RecordGuard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class WithdrawalRecordsTest {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final EventCodec codec = new EventCodec();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordGuard guard = new RecordGuard(meters);
    private final List<String> withdrawn = new ArrayList<>();
    private final InMemoryOptOuts optOuts = new InMemoryOptOuts();
    private final EndedVerifications ended = new EndedVerifications(codec, withdrawn::addAll, guard);
    private final OptOutRecords optOutRecords = new OptOutRecords(codec, optOuts, guard, RETRY, clock);

    @Test
    void theEndOfAVerificationWithdrawsItsOrdersAndNoOtherEventDoes() {
        // When
        ended.read(List.of(
                record("ver_1", sent("ver_1")),
                record("ver_3", wrongAccount("ver_3")),
                record("ver_2", canceled("ver_2"))));

        // Then
        assertThat(withdrawn).containsExactly("ver_2");
    }

    @Test
    void whatCannotBeReadIsSkippedAndWhatFollowsIsRead() {
        // When
        ended.read(List.of(record("?", new byte[] {1, 2, 3}), record("ver_2", canceled("ver_2"))));

        // Then
        assertThat(withdrawn).containsExactly("ver_2");
        assertThat(skipped()).isEqualTo(1);
    }

    @Test
    void anEndThatCannotBeReadWithdrawsTheVerificationOfItsKey() {
        // Given
        ConsumerRecord<String, byte[]> damagedEnd = record("ver_3", new byte[] {1, 2, 3});
        damagedEnd.headers().add("ce_type", VerificationCanceled.class.getName().getBytes(UTF_8));
        ConsumerRecord<String, byte[]> damagedOther = record("ver_4", new byte[] {1, 2, 3});
        damagedOther.headers().add("ce_type", CodeSent.class.getName().getBytes(UTF_8));

        // When
        ended.read(List.of(damagedEnd, damagedOther, record("ver_5", new byte[] {1, 2, 3})));

        // Then
        assertThat(withdrawn).containsExactly("ver_3", "ver_5");
        assertThat(skipped()).isEqualTo(3);
    }

    @Test
    void aRejectedCommandWithdrawsNothingAlsoIfItsIdLooksLikeAVerification() {
        // Given
        SpecificRecord rejected =
                CommandRejected.newBuilder().setCommandId("ver_6").build();
        ConsumerRecord<String, byte[]> unreadable = record("ver_6", new byte[] {1, 2, 3});
        unreadable.headers().add("ce_type", CommandRejected.class.getName().getBytes(UTF_8));

        // When
        ended.read(List.of(record("ver_6", rejected), unreadable, record("ver_7", canceled("ver_7"))));

        // Then
        assertThat(withdrawn).containsExactly("ver_7");
    }

    @Test
    void anOptOutThatCannotBeKeptIsNotSkipped() {
        // Given
        OptOutRecords broken = new OptOutRecords(
                codec,
                new InMemoryOptOuts() {
                    @Override
                    public synchronized void changed(String account, String userId, boolean optedOut, Instant at) {
                        throw new IllegalStateException("the store is broken");
                    }
                },
                guard,
                RETRY,
                clock);

        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.read(List.of(record("main:77", optOut(OptOutState.OPTED_OUT, 0)))));
    }

    @Test
    void anOptOutIsKeptAndTakenBack() {
        // When
        optOutRecords.read(List.of(record("main:77", optOut(OptOutState.OPTED_OUT, 0))));
        boolean before = optOuts.isOptedOut("main", "77");
        optOutRecords.read(List.of(record("main:77", optOut(OptOutState.OPTED_IN, 1))));

        // Then
        assertThat(before).isTrue();
        assertThat(optOuts.isOptedOut("main", "77")).isFalse();
    }

    @Test
    void aStateThatIsNotKnownIsAnOptOut() {
        // When
        optOutRecords.read(List.of(record("main:77", optOut(OptOutState.UNRECOGNIZED, 0))));

        // Then
        assertThat(optOuts.isOptedOut("main", "77")).isTrue();
    }

    @Test
    void aStartOfANewerVersionCountsAsAnOptOutUntilItsSchemaIsKnown() throws IOException {
        // Given: Kafka got it later than X
        optOutRecords.read(List.of(record("main:77", optOut(OptOutState.OPTED_OUT, 0))));
        Schema newer = newer();
        optOutRecords.read(List.of(record("main:77", start(newer, 1))));
        boolean unread = optOuts.isOptedOut("main", "77");

        // When
        codec.learn(SchemaEntry.of(newer));
        clock.advance(RETRY.minusMillis(1));
        optOutRecords.read(List.of());
        boolean early = optOuts.isOptedOut("main", "77");
        clock.advance(Duration.ofMillis(1));
        optOutRecords.read(List.of());

        // Then
        assertThat(unread).isTrue();
        assertThat(early).isTrue();
        assertThat(optOuts.isOptedOut("main", "77")).isFalse();
        assertThat(optOuts.unread()).isEmpty();
    }

    @Test
    void aRecordOfANewerVersionThatTurnsOutToBeDamagedIsAnOptOut() throws IOException {
        // Given
        Schema newer = newer();
        byte[] start = start(newer, 1);
        byte[] damaged = Arrays.copyOf(start, start.length - 1);
        optOutRecords.read(List.of(record("main:77", damaged)));

        // When
        codec.learn(SchemaEntry.of(newer));
        clock.advance(RETRY);
        optOutRecords.read(List.of());

        // Then
        assertThat(optOuts.unread()).isEmpty();
        assertThat(optOuts.isOptedOut("main", "77")).isTrue();
    }

    private static Schema newer() {
        String json = OptOutChanged.getClassSchema().toString();
        return new Schema.Parser()
                .parse(json.substring(0, json.lastIndexOf(']'))
                        + ",{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}]}");
    }

    private static byte[] start(Schema schema, int minute) throws IOException {
        GenericRecord event = new GenericData.Record(schema);
        event.put("account", "main");
        event.put("user_id", "77");
        event.put("state", new GenericData.EnumSymbol(schema.getField("state").schema(), OptOutState.OPTED_IN.name()));
        event.put("occurred_at", Orders.START.plusSeconds(60L * minute).toEpochMilli());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(new GenericData(), schema).encode(event, bytes);
        return bytes.toByteArray();
    }

    @Test
    void aRecordThatCannotBeReadIsAnOptOutOfThePersonInItsKey() {
        // When
        optOutRecords.read(List.of(record("main:77", new byte[] {1, 2, 3}), record("no key", new byte[0])));

        // Then
        assertThat(optOuts.isOptedOut("main", "77")).isTrue();
        assertThat(skipped()).isEqualTo(2);
    }

    private static SpecificRecord sent(String id) {
        return CodeSent.newBuilder()
                .setVerificationId(id)
                .setTenant("acme")
                .setSequence(2)
                .setOccurredAt(Orders.START)
                .setExpiresAt(Orders.START.plusSeconds(600))
                .setCodeVersion(1)
                .setDispatch(1)
                .build();
    }

    private static SpecificRecord wrongAccount(String id) {
        return ChallengeFromWrongAccount.newBuilder()
                .setVerificationId(id)
                .setTenant("acme")
                .setSequence(2)
                .setOccurredAt(Orders.START)
                .setSenderUserId("77")
                .build();
    }

    private static SpecificRecord canceled(String id) {
        return VerificationCanceled.newBuilder()
                .setVerificationId(id)
                .setTenant("acme")
                .setSequence(2)
                .setOccurredAt(Orders.START)
                .build();
    }

    private static SpecificRecord optOut(OptOutState state, int minute) {
        return OptOutChanged.newBuilder()
                .setAccount("main")
                .setUserId("77")
                .setState(state)
                .setOccurredAt(Orders.START.plusSeconds(60L * minute))
                .build();
    }

    private ConsumerRecord<String, byte[]> record(String key, SpecificRecord event) {
        return record(key, codec.encode(event));
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("opt-outs", 1, 0, key, value);
    }

    private double skipped() {
        return meters.find("kafka.records.failed").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
