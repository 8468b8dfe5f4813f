package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.VerificationRequested;
import java.time.Instant;
import java.util.Arrays;
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
    void anUnknownSchemaIsRefusedByName() {
        byte[] bytes = codec.encode(anAttempt());
        bytes[2] ^= 1;

        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> codec.decode(bytes))
                .withMessageContaining("unknown schema");
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
                .setGeneration(1)
                .setDispatch(1)
                .setAccount("demo")
                .setOutcome(DmOutcome.SENT)
                .setRecipientUserId("2000000000000000001")
                .setAttemptedAt(Instant.ofEpochMilli(1_700_000_000_000L))
                .setSettledAt(Instant.ofEpochMilli(1_700_000_000_250L))
                .build();
    }
}
