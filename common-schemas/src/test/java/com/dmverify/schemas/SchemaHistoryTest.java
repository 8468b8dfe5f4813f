package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.VerificationSucceeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Dschemas.release=true} it writes the missing entries first. */
class SchemaHistoryTest {

    private final Schema attempted = DmAttempted.getClassSchema();

    @BeforeAll
    static void release() throws IOException {
        if (Boolean.getBoolean("schemas.release")) {
            HistoryFiles.release(SchemaEntry.own());
        }
    }

    @Test
    void theSchemasOfThisVersionAreInTheHistoryAndCompatibleWithAllOfIt() throws IOException {
        List<Schema> released = new ArrayList<>();
        for (String fingerprint : HistoryFiles.fingerprints()) {
            released.add(HistoryFiles.schema(fingerprint));
        }

        assertThat(HistoryCheck.problems(EventSchemas.OWN, released)).isEmpty();
    }

    @Test
    void eachEntryIsNamedByItsFingerprintAndInTheIndex() throws IOException {
        List<String> fingerprints = HistoryFiles.fingerprints();

        assertThat(HistoryFiles.index()).isEqualTo(fingerprints);
        for (String fingerprint : fingerprints) {
            assertThat(SchemaEntry.fingerprintOf(HistoryFiles.schema(fingerprint)))
                    .isEqualTo(fingerprint);
        }
    }

    @Test
    void aCodecReadsEveryReleasedSchema() throws IOException {
        EventCodec codec = new EventCodec();

        for (String fingerprint : HistoryFiles.fingerprints()) {
            assertThat(codec.learn(SchemaEntry.of(HistoryFiles.schema(fingerprint))))
                    .isEqualTo(EventCodec.Learned.KNOWN);
        }
    }

    @Test
    void aChangedSchemaWithoutEntryIsFound() {
        Schema changed = with(attempted, "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}");

        assertThat(HistoryCheck.problems(List.of(changed), List.of(attempted))).hasSize(1);
        assertThat(HistoryCheck.problems(List.of(changed), List.of(attempted, changed)))
                .isEmpty();
    }

    static Stream<String[]> incompatible() {
        return Stream.of(
                new String[] {"]}$", ",{\"name\":\"note\",\"type\":\"string\"}]}"},
                new String[] {"\"name\":\"dispatch\"", "\"name\":\"order\""},
                new String[] {"\"name\":\"dispatch\",\"type\":\"int\"", "\"name\":\"dispatch\",\"type\":\"long\""},
                new String[] {"\"DEADLINE_MISSED\",", ""});
    }

    @ParameterizedTest
    @MethodSource("incompatible")
    void anIncompatibleSchemaIsFoundAlsoWithItsEntry(String pattern, String replacement) {
        // An enum with a default may lose a symbol; one without may not.
        String json = attempted.toString();
        String before = pattern.contains("DEADLINE") ? json.replace(",\"default\":\"UNRECOGNIZED\"", "") : json;
        Schema old = parse(before);
        Schema changed = parse(before.replaceFirst(pattern, replacement));

        assertThat(HistoryCheck.problems(List.of(changed), List.of(old, changed)))
                .isNotEmpty();
    }

    @Test
    void aReleasedRecordThatIsGoneIsFound() {
        assertThat(HistoryCheck.problems(
                        List.of(attempted), List.of(attempted, VerificationSucceeded.getClassSchema())))
                .hasSize(1);
    }

    private static Schema with(Schema schema, String field) {
        String json = schema.toString();
        return parse(json.substring(0, json.lastIndexOf(']')) + "," + field + "]}");
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
