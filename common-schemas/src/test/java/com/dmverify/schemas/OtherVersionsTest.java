package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.events.VerificationSucceeded;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

/** A rolling update: replicas of two versions write and read the same topics. */
class OtherVersionsTest {

    private final Schema attempted = DmAttempted.getClassSchema();

    @Test
    void anOlderSchemaIsResolvedToOurs() {
        // Given
        Schema older = parse(attempted.toString().replaceFirst("\\{\"name\":\"recipient_handle_as_of\".*?null},", ""));
        assertThat(older.getField("recipient_handle_as_of")).isNull();
        byte[] bytes = record(older, datum -> datum.put("verification_id", "ver_1"));

        // When
        DmAttempted read = new EventCodec(List.of(older)).decode(bytes, DmAttempted.class);

        // Then
        assertThat(read.getVerificationId()).isEqualTo("ver_1");
        assertThat(read.getRecipientHandleAsOf()).isNull();
        assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> new EventCodec().decode(bytes));
    }

    @Test
    void aFieldThatANewerVersionAddedIsSkipped() {
        // Given
        Schema newer =
                withField("{\"name\":\"tries\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[]}");
        byte[] bytes = record(newer, datum -> {
            datum.put("tries", List.of("one", "two"));
            datum.put("verification_id", "ver_1");
        });

        // When
        DmAttempted read = new EventCodec(List.of(newer)).decode(bytes, DmAttempted.class);

        // Then
        assertThat(read.getVerificationId()).isEqualTo("ver_1");
    }

    @Test
    void anUnknownSymbolWithoutMeaningHereIsNotYetReadable() {
        // Given
        Schema newer = parse(attempted.toString().replace("\"WITHDRAWN\",", "\"WITHDRAWN\",\"PARTLY_SENT\","));
        EventCodec codec = new EventCodec(List.of(newer));
        byte[] bytes = record(newer, datum -> datum.put("outcome", symbol(newer, "outcome", "PARTLY_SENT")));

        // Then
        assertThatExceptionOfType(UnknownSymbolException.class)
                .isThrownBy(() -> codec.decode(bytes, DmAttempted.class))
                .isInstanceOf(UnknownSchemaException.class)
                .satisfies(
                        e -> assertThat(((DmAttempted) e.event()).getOutcome()).isEqualTo(DmOutcome.UNRECOGNIZED));
    }

    @Test
    void aKnownSymbolOfANewerSchemaIsRead() {
        Schema newer = parse(attempted.toString().replace("\"SENT\",", "\"PARTLY_SENT\",\"SENT\","));
        byte[] bytes = record(newer, datum -> datum.put("outcome", symbol(newer, "outcome", "SENT")));

        assertThat(new EventCodec(List.of(newer))
                        .decode(bytes, DmAttempted.class)
                        .getOutcome())
                .isEqualTo(DmOutcome.SENT);
    }

    @Test
    void aReaderThatCanActOnTheRestUsesTheRecord() {
        // Given
        Schema ours = OptOutChanged.getClassSchema();
        Schema newer = parse(ours.toString().replace("\"OPTED_IN\",", "\"OPTED_IN\",\"PAUSED\","));
        EventCodec codec = new EventCodec(List.of(newer));
        byte[] bytes = record(newer, datum -> {
            datum.put("user_id", "42");
            datum.put("state", symbol(newer, "state", "PAUSED"));
        });

        // Then
        assertThatExceptionOfType(UnknownSymbolException.class)
                .isThrownBy(() -> codec.decode(bytes, OptOutChanged.class))
                .satisfies(e -> {
                    OptOutChanged event = (OptOutChanged) e.event();
                    assertThat(event.getState()).isEqualTo(OptOutState.UNRECOGNIZED);
                    assertThat(event.getUserId()).isEqualTo("42");
                });
    }

    @Test
    void anUnknownSymbolInARecordOfAnotherTypeIsAnotherType() {
        Schema newer = parse(attempted.toString().replace("\"WITHDRAWN\",", "\"WITHDRAWN\",\"PARTLY_SENT\","));
        byte[] bytes = record(newer, datum -> datum.put("outcome", symbol(newer, "outcome", "PARTLY_SENT")));

        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> new EventCodec(List.of(newer)).decode(bytes, VerificationSucceeded.class));
    }

    @Test
    void anUnknownSymbolTakesADefaultThatHasAMeaning() {
        Schema ours = ActivityRecorded.getClassSchema();
        Schema newer = parse(ours.toString().replace("\"REVOKED\",", "\"REVOKED\",\"BLOCKED\","));
        byte[] bytes = record(newer, datum -> datum.put("kind", symbol(newer, "kind", "BLOCKED")));

        assertThat(new EventCodec(List.of(newer))
                        .decode(bytes, ActivityRecorded.class)
                        .getKind())
                .isEqualTo(ActivityKind.OTHER);
    }

    @Test
    void aSchemaThatThisVersionCannotReadStaysUnknown() {
        // Given
        Schema incompatible = parse(attempted
                .toString()
                .replace("\"name\":\"dispatch\",\"type\":\"int\"", "\"name\":\"dispatch\",\"type\":\"string\""));
        Schema anotherRecord = parse(attempted.toString().replace("\"name\":\"DmAttempted\"", "\"name\":\"DmTried\""));
        assertThat(incompatible).isNotEqualTo(attempted);
        EventCodec codec = new EventCodec(List.of(incompatible, anotherRecord));

        // Then
        assertThatExceptionOfType(UnknownSchemaException.class)
                .isThrownBy(() -> codec.decode(record(incompatible, datum -> {})));
        assertThatExceptionOfType(UnknownSchemaException.class)
                .isThrownBy(() -> codec.decode(record(anotherRecord, datum -> {})));
    }

    @Test
    void whatAnotherVersionWroteIsBoundedToo() {
        // Given a field that this version jumps over
        Schema newer =
                withField("{\"name\":\"tries\",\"type\":{\"type\":\"array\",\"items\":\"null\"},\"default\":[]}");
        byte[] intact = record(newer, datum -> datum.put("tries", List.of()));

        // When
        byte[] bytes = Bytes.joined(
                Arrays.copyOf(intact, intact.length - 1), Bytes.varint(Integer.MAX_VALUE - 8L), Bytes.varint(0));

        // Then
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> new EventCodec(List.of(newer)).decode(bytes));
    }

    private Schema withField(String field) {
        String json = attempted.toString();
        return parse(json.substring(0, json.lastIndexOf(']')) + "," + field + "]}");
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static byte[] record(Schema schema, Consumer<GenericRecord> change) {
        GenericRecord datum =
                (GenericRecord) new RandomData(schema, 1, 5).iterator().next();
        change.accept(datum);
        return Bytes.record(schema, Bytes.body(schema, datum));
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String field, String symbol) {
        return new GenericData.EnumSymbol(schema.getField(field).schema(), symbol);
    }
}
