package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RateLimitWindow;
import com.dmverify.events.VerificationRequested;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    @Test
    void whatWasWrittenIsRead() {
        // Given
        DmAttempted attempted = anAttempt();

        // When
        SpecificRecord read = codec.decode(codec.encode(attempted));

        // Then
        assertThat(read).isEqualTo(attempted);
    }

    @Test
    void timesThatMayBeAbsentTravelToo() {
        // Given
        RateLimitStatus status = RateLimitStatus.newBuilder()
                .setAccount("demo")
                .setWindows(List.of(
                        window("short", Instant.parse("2026-11-20T10:15:00Z")),
                        window("day", Instant.parse("2026-11-20T10:00:00Z"))))
                .setBlockedUntil(Instant.parse("2026-11-20T10:00:05Z"))
                .setObservedAt(Instant.parse("2026-11-20T10:00:00Z"))
                .build();

        // When
        SpecificRecord read = codec.decode(codec.encode(status));

        // Then
        assertThat(read).isEqualTo(status);
    }

    private static RateLimitWindow window(String name, Instant reset) {
        return RateLimitWindow.newBuilder()
                .setName(name)
                .setLimit(15)
                .setLeft(3)
                .setLengthMs(900_000)
                .setResetsAt(reset)
                .build();
    }

    @Test
    void aRecordBeginsWithTheMarkerOfTheSingleObjectEncoding() {
        assertThat(codec.encode(anAttempt())).startsWith(0xC3, 0x01);
    }

    @Test
    void aRecordOfAnotherTypeIsRefused() {
        byte[] bytes = codec.encode(anAttempt());

        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> codec.decode(bytes, VerificationRequested.class))
                .withMessageContaining("DmAttempted")
                .withMessageContaining("VerificationRequested");
    }

    @Test
    void aRecordOfAnUnknownSchemaIsNotDamaged() {
        byte[] bytes = codec.encode(anAttempt());
        bytes[2] ^= 1;

        assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> codec.decode(bytes));
    }

    @Test
    void bytesAfterTheRecordAreDamage() {
        byte[] bytes = codec.encode(anAttempt());
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

        assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> codec.decode(longer));
    }

    @Test
    void aRecordThatIsTooLongIsNeitherReadNorWritten() {
        // Given
        byte[] bytes = codec.encode(anAttempt());
        EventCodec exact = new EventCodec(List.of(), bytes.length);
        EventCodec smaller = new EventCodec(List.of(), bytes.length - 1);

        // Then
        assertThat(exact.decode(exact.encode(anAttempt()))).isEqualTo(anAttempt());
        assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> smaller.decode(bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> smaller.encode(anAttempt()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 25})
    void aCutRecordIsRefused(int length) {
        byte[] cut = Arrays.copyOf(codec.encode(anAttempt()), length);

        assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> codec.decode(cut));
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatExceptionOfType(UndecodableEventException.class).isThrownBy(() -> codec.decode(null));
    }

    private static DmAttempted anAttempt() {
        return DmAttempted.newBuilder()
                .setVerificationId("ver_1")
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount("demo")
                .setOutcome(DmOutcome.SENT)
                .setRecipientUserId("2000000000000000001")
                .setAttemptedAt(Instant.ofEpochMilli(1_700_000_000_000L))
                .setSettledAt(Instant.ofEpochMilli(1_700_000_000_250L))
                .build();
    }
}
