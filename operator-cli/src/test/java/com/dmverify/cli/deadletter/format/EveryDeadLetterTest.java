package com.dmverify.cli.deadletter.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterBuilder;
import com.dmverify.cli.deadletter.ReplayState;
import com.dmverify.cli.terminal.Json;
import com.dmverify.events.DmAttempted;
import com.dmverify.schemas.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every dead letter is displayed, whatever its bytes are. */
class EveryDeadLetterTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Schema ATTEMPTED = DmAttempted.getClassSchema();

    /** A length of two billions must not be allocated. */
    @ParameterizedTest
    @ValueSource(strings = {"feffffff0f616263", "eeffffff0f616263"})
    void aLengthOfTwoBillionsIsShownInHex(String body) {
        byte[] value = record(ATTEMPTED, HexFormat.of().parseHex(body));

        JsonNode json =
                shown(DeadLetterBuilder.in("dm.attempted.dlt").value(value).build(), new EventCodec());

        assertThat(json.at("/unreadable").isMissingNode()).isFalse();
        assertThat(json.at("/hex").asString()).endsWith(body);
    }

    @Test
    void randomDeadLettersAreShownAndListed() {
        Random random = new Random(20_261_126);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeadLetterTable table = new DeadLetterTable(new PrintStream(out, true, StandardCharsets.UTF_8));
        for (int i = 0; i < 2_000; i++) {
            DeadLetter letter = random(random);
            table.add(letter, ReplayState.NEW);

            String json = Json.line(new DeadLetterJson(i % 2 == 0).details(letter));

            assertThat(MAPPER.readTree(json).at("/position").asString())
                    .isEqualTo(letter.position().toString());
            assertThat(json).doesNotContain("\u001B", "\u202E", "\u0000");
        }
        table.print();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2_001);
    }

    @Test
    void aRecordOfAnUnknownSchemaIsShownInHex() {
        byte[] value = record(ATTEMPTED, new byte[] {1, 2, 3});
        value[4] ^= 1;

        JsonNode json = shown(
                DeadLetterBuilder.in("verification.events.dlt").value(value).build(), new EventCodec());

        assertThat(json.at("/unreadable").asString()).contains("unknown schema");
        assertThat(json.at("/hex").asString()).endsWith("010203");
    }

    @Test
    void aRecordWithAnUnknownSymbolIsShownWithTheRest() throws IOException {
        // Given
        Schema newer = new Schema.Parser()
                .parse(ATTEMPTED.toString().replace("\"WITHDRAWN\",", "\"WITHDRAWN\",\"POSTPONED\","));
        GenericRecord datum =
                (GenericRecord) new RandomData(newer, 1, 5).iterator().next();
        datum.put("verification_id", "ver_1");
        datum.put(
                "outcome", new GenericData.EnumSymbol(newer.getField("outcome").schema(), "POSTPONED"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(body, null);
        new GenericDatumWriter<>(newer).write(datum, encoder);
        encoder.flush();

        // When
        JsonNode json = shown(
                DeadLetterBuilder.in("dm.attempted.dlt")
                        .value(record(newer, body.toByteArray()))
                        .build(),
                new EventCodec(List.of(newer)));

        // Then
        assertThat(json.at("/unreadable").asString()).contains("POSTPONED");
        assertThat(json.at("/record/verification_id").asString()).isEqualTo("ver_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR-u-nu-arabext", "bn-BD-u-nu-beng", "tr-TR", "ar-EG-u-nu-arab"})
    void theDefaultLocaleChangesNothing(String language) {
        // Given
        DeadLetter letter = DeadLetterBuilder.ofDmSender().at(42).build();
        String expected = Json.lines(new DeadLetterJson(false).details(letter));
        Locale before = Locale.getDefault();

        // When
        try {
            Locale.setDefault(Locale.forLanguageTag(language));

            // Then
            assertThat(Json.lines(new DeadLetterJson(false).details(letter))).isEqualTo(expected);
            assertThat(letter.position().toString()).isEqualTo("verification.requested.dlt-0@42");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static DeadLetter random(Random random) {
        DeadLetterBuilder letter = DeadLetterBuilder.in("x.activity.dlt").value(value(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            letter.header("h" + i, new String(bytes(random, 40), StandardCharsets.ISO_8859_1));
        }
        DeadLetter built = letter.key(new String(bytes(random, 20), StandardCharsets.UTF_16))
                .build();
        built.record().headers().add("dlt-cause", bytes(random, 60));
        built.record().headers().add("dlt-origin", random.nextBoolean() ? null : bytes(random, 10));
        built.record().headers().add("\u001B[2J" + i(random), null);
        return built;
    }

    private static int i(Random random) {
        return random.nextInt(10);
    }

    private static byte[] value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> bytes(random, 40);
            case 2 -> record(ATTEMPTED, bytes(random, 300));
            default -> {
                byte[] intact = DeadLetterBuilder.ofVerificationApi()
                        .build()
                        .record()
                        .value()
                        .clone();
                intact[random.nextInt(intact.length)] = (byte) random.nextInt();
                yield Arrays.copyOf(intact, random.nextInt(intact.length + 3));
            }
        };
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] record(Schema schema, byte... body) {
        return ByteBuffer.allocate(10 + body.length)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .put(body)
                .array();
    }

    private static JsonNode shown(DeadLetter letter, EventCodec codec) {
        return MAPPER.readTree(Json.line(new DeadLetterJson(false, codec).details(letter)));
    }
}
