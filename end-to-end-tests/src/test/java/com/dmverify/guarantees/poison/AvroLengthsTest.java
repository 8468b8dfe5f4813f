package com.dmverify.guarantees.poison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AvroLengthsTest {

    private static final int HEADER = 10;

    private final EventCodec codec = new EventCodec();
    private final OptOutChanged record = OptOutChanged.newBuilder()
            .setAccount("acme")
            .setUserId("2000000000000000001")
            .setState(OptOutState.OPTED_OUT)
            .setOccurredAt(Instant.EPOCH)
            .build();
    private final byte[] bytes = codec.encode(record);
    private final AvroLengths lengths = AvroLengths.in(OptOutChanged.getClassSchema(), bytes, HEADER);

    @Test
    void findsTheLengthOfEveryString() {
        assertThat(lengths.count()).isEqualTo(2);
        assertThat(lengths.value(0)).isEqualTo("acme".length());
        assertThat(lengths.value(1)).isEqualTo("2000000000000000001".length());
    }

    @Test
    void theSameValueIsTheSameRecord() {
        assertThat(lengths.with(0, lengths.value(0))).isEqualTo(bytes);
    }

    @Test
    void anotherOneIsDamage() {
        assertThatThrownBy(() -> codec.decode(lengths.with(1, Integer.MAX_VALUE)))
                .isInstanceOf(UndecodableEventException.class);
        assertThatThrownBy(() -> codec.decode(lengths.with(0, Long.MIN_VALUE)))
                .isInstanceOf(UndecodableEventException.class);
    }
}
