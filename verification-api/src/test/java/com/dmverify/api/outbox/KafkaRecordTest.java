package com.dmverify.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A finished record as it waits in the outbox. */
class KafkaRecordTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:00:00.123Z");
    private static final int LENGTH_OF_TOPIC_AT = 1 + Long.BYTES;

    private final KafkaRecord record =
            new KafkaRecord(AT, "verification.events", "ver_1", headers(), new byte[] {0, -1, 127});

    @Test
    void aRecordIsReadAsItWasWritten() {
        KafkaRecord read = KafkaRecord.of(record.toBytes());

        assertThat(read.at()).isEqualTo(AT);
        assertThat(read.topic()).isEqualTo("verification.events");
        assertThat(read.key()).isEqualTo("ver_1");
        assertThat(read.headers().keySet()).containsExactly("ce_id", "empty");
        assertThat(read.headers().get("ce_id")).isEqualTo("ver_1.7ü".getBytes(UTF_8));
        assertThat(read.headers().get("empty")).isEmpty();
        assertThat(read.value()).containsExactly(0, -1, 127);
        assertThat(read.toBytes()).isEqualTo(record.toBytes());
    }

    @Test
    void theProducerGetsTheRecordAsItIs() {
        ProducerRecord<String, byte[]> produced = record.toProducerRecord();

        assertThat(produced.topic()).isEqualTo("verification.events");
        assertThat(produced.key()).isEqualTo("ver_1");
        assertThat(produced.value()).isEqualTo(record.value());
        assertThat(produced.headers().toArray()).hasSize(2);
        assertThat(produced.headers().lastHeader("ce_id").value()).isEqualTo("ver_1.7ü".getBytes(UTF_8));
    }

    @Test
    void everyBeginningOfARecordIsDamage() {
        byte[] bytes = record.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> KafkaRecord.of(cut))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecordOfAnotherFormatIsNotRead() {
        byte[] bytes = record.toBytes();
        bytes[0] = 2;

        assertThatThrownBy(() -> KafkaRecord.of(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLengthBeyondTheRecordIsDamageBeforeMemoryIsTaken() {
        for (int length : new int[] {Integer.MAX_VALUE, -1}) {
            byte[] bytes = record.toBytes();
            ByteBuffer.wrap(bytes).putInt(LENGTH_OF_TOPIC_AT, length);

            assertThatThrownBy(() -> KafkaRecord.of(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theValueIsNotPrinted() {
        assertThat(record.toString()).contains("verification.events").doesNotContain("127", "ver_1.7");
    }

    private static Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put("ce_id", "ver_1.7ü".getBytes(UTF_8));
        headers.put("empty", new byte[0]);
        return headers;
    }
}
