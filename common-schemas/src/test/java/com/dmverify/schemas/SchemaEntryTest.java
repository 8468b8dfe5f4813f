package com.dmverify.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.events.DmAttempted;
import com.dmverify.schemas.EventCodec.Learned;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

class SchemaEntryTest {

    private static final Schema OURS = DmAttempted.getClassSchema();

    private final Schema newer = optional("note");
    private final EventCodec codec = new EventCodec();

    @Test
    void aRecordOfAnUnknownSchemaIsReadOnceTheSchemaIsLearned() {
        // Given
        GenericRecord datum =
                (GenericRecord) new RandomData(newer, 1, 5).iterator().next();
        datum.put("verification_id", "ver_1");
        byte[] bytes = Bytes.record(newer, Bytes.body(newer, datum));
        assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> codec.decode(bytes));

        // When
        SchemaEntry entry = SchemaEntry.of(newer);
        Learned learned =
                codec.learn(SchemaEntry.parse(entry.fingerprint(), entry.json().getBytes(UTF_8)));

        // Then
        assertThat(learned).isEqualTo(Learned.LEARNED);
        assertThat(codec.decode(bytes, DmAttempted.class).getVerificationId()).isEqualTo("ver_1");
    }

    @Test
    void aKeyThatIsNotTheFingerprintIsRefused() {
        byte[] json = newer.toString().getBytes(UTF_8);

        assertThatIllegalArgumentException().isThrownBy(() -> SchemaEntry.parse(SchemaEntry.fingerprintOf(OURS), json));
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaEntry.parse("", json));
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaEntry.parse(null, json));
    }

    @Test
    void aKnownSchemaIsNeverReplaced() {
        Schema sameFingerprint = parse(OURS.toString().replace("\"default\":false", "\"default\":true"));
        assertThat(SchemaEntry.fingerprintOf(sameFingerprint)).isEqualTo(SchemaEntry.fingerprintOf(OURS));

        assertThat(codec.learn(SchemaEntry.of(sameFingerprint))).isEqualTo(Learned.KNOWN);
        assertThat(codec.learn(SchemaEntry.of(newer))).isEqualTo(Learned.LEARNED);
        assertThat(codec.learn(SchemaEntry.of(newer))).isEqualTo(Learned.KNOWN);
    }

    @Test
    void aSchemaThatThisVersionCannotReadIsNotLearned() {
        Schema another = parse(OURS.toString().replace("\"name\":\"DmAttempted\"", "\"name\":\"DmTried\""));

        assertThat(codec.learn(SchemaEntry.of(another))).isEqualTo(Learned.UNREADABLE);
    }

    @Test
    void aCodecLearnsABoundedNumberOfSchemas() {
        for (int i = 0; i < EventCodec.MAX_LEARNED; i++) {
            assertThat(codec.learn(SchemaEntry.of(optional("note" + i)))).isEqualTo(Learned.LEARNED);
        }

        assertThat(codec.learn(SchemaEntry.of(newer))).isEqualTo(Learned.FULL);
    }

    @Test
    void sizeAndNestingAreBoundedBeforeTheSchemaIsParsed() {
        Schema large = optional("n".repeat(SchemaEntry.MAX_BYTES));
        String nested = "{\"type\":\"array\",\"items\":".repeat(SchemaEntry.MAX_DEPTH) + "\"int\""
                + "}".repeat(SchemaEntry.MAX_DEPTH);
        Schema deep = withField("deep", nested, "[]");

        refused(large);
        refused(deep);
    }

    @Test
    void whatIsNoSchemaOfARecordIsRefused() {
        for (String json : new String[] {"", "{", "\"string\"", "{\"type\":\"record\"}", "[".repeat(60), "\"\\"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SchemaEntry.parse("0000000000000000", json.getBytes(UTF_8)));
        }
    }

    @Test
    void nothingIsKeptButWhatDecidesAboutTheBytes() {
        Schema withClass = parse(OURS.toString()
                .replaceFirst(
                        "\"name\":\"verification_id\",\"type\":\\{\"type\":\"string\"",
                        "\"name\":\"verification_id\",\"type\":{\"type\":\"string\",\"java-class\":\"java.net.URL\""));
        assertThat(withClass.toString()).contains("java-class");

        SchemaEntry entry = SchemaEntry.parse(
                SchemaEntry.fingerprintOf(withClass), withClass.toString().getBytes(UTF_8));

        assertThat(entry.json()).doesNotContain("java");
    }

    private static void refused(Schema schema) {
        byte[] json = schema.toString().getBytes(UTF_8);
        String key = SchemaEntry.fingerprintOf(schema);
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaEntry.parse(key, json));
    }

    private static Schema optional(String name) {
        return withField(name, "[\"null\",\"string\"]", "null");
    }

    private static Schema withField(String name, String type, String defaultValue) {
        String json = OURS.toString();
        return parse(json.substring(0, json.lastIndexOf(']')) + ",{\"name\":\"" + name + "\",\"type\":" + type
                + ",\"default\":" + defaultValue + "}]}");
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
