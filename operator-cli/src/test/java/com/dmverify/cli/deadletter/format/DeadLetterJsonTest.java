package com.dmverify.cli.deadletter.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterBuilder;
import com.dmverify.cli.terminal.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeadLetterJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void headersAndRecordAreShown() {
        // When
        JsonNode json = shown(DeadLetterBuilder.ofDmSender().at(3).build(), false);

        // Then
        assertThat(json.at("/position").asString()).isEqualTo("verification.requested.dlt-0@3");
        assertThat(json.at("/key").asString()).isEqualTo("demo");
        assertThat(json.at("/headers/dlt-cause").asString()).isEqualTo("unknown account other");
        assertThat(json.at("/type").asString()).isEqualTo("com.dmverify.events.VerificationRequested");
        assertThat(json.at("/record/verification_id").asString()).isEqualTo("ver_1");
        assertThat(json.at("/record/code_digits").asInt()).isEqualTo(6);
        assertThat(json.at("/record/again").isBoolean()).isTrue();
        assertThat(json.at("/record/target_user_id").isNull()).isTrue();
        assertThat(json.at("/record/send_deadline").asString()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void whatAPersonWroteIsShownOnRequestOnly() {
        // Given
        DeadLetter letter = DeadLetterBuilder.ofVerificationApi().build();

        // When
        String discreet = Json.line(new DeadLetterJson(false).details(letter));
        JsonNode open = shown(letter, true);

        // Then
        assertThat(discreet).doesNotContain("Alice").contains("\"other_user_id\":\"2000\"");
        assertThat(MAPPER.readTree(discreet).at("/record/text").asString()).isEqualTo(EventJson.OMITTED);
        assertThat(open.at("/record/text").asString()).isEqualTo(DeadLetterBuilder.PRIVATE);
        assertThat(open.at("/record/raw").asString()).contains(DeadLetterBuilder.PRIVATE);
    }

    @Test
    void anUnreadableRecordIsShownInHexUpToALimit() {
        // Given
        DeadLetter garbage = DeadLetterBuilder.in("verification.requested.dlt")
                .value(new byte[5000])
                .build();

        // When
        JsonNode json = shown(garbage, false);

        // Then
        assertThat(json.at("/bytes").asInt()).isEqualTo(5000);
        assertThat(json.at("/unreadable").asString()).contains("not an Avro single-object record");
        assertThat(json.at("/hex").asString()).isEqualTo("00".repeat(DeadLetterJson.MOST_BYTES) + "…");
    }

    @Test
    void anUnreadableActivityIsCutBeforeItsText() {
        // Given
        byte[] damaged =
                DeadLetterBuilder.ofVerificationApi().build().record().value().clone();
        damaged[3] ^= 1;
        DeadLetter letter =
                DeadLetterBuilder.in("x.activity.dlt").value(damaged).build();

        // When, Then
        assertThat(shown(letter, false).at("/hex").asString()).hasSize(2 * DeadLetterJson.BYTES_WITHOUT_TEXTS + 1);
        assertThat(shown(letter, true).at("/hex").asString()).hasSize(2 * damaged.length);
    }

    @Test
    void aRepeatedHeaderIsShownAsOftenAsItOccurs() {
        // When
        JsonNode json = shown(
                DeadLetterBuilder.in("x.dlt")
                        .header("a", "1")
                        .header("a", "2")
                        .header("a", "3")
                        .build(),
                false);

        // Then
        assertThat(json.at("/headers/a")).map(JsonNode::asString).containsExactly("1", "2", "3");
    }

    @Test
    void aRecordWithoutKeyAndValueIsShown() {
        // When
        JsonNode json =
                shown(DeadLetterBuilder.in("x.dlt").key(null).value(null).build(), false);

        // Then
        assertThat(json.at("/key").isNull()).isTrue();
        assertThat(json.at("/bytes").asInt()).isZero();
    }

    @Test
    void bytesThatAreNotTextAreShownInHex() {
        // Given
        DeadLetter letter = DeadLetterBuilder.in("x.dlt").build();
        letter.record().headers().add("b", new byte[] {(byte) 0xC3, 0x28});

        // When, Then
        assertThat(shown(letter, false).at("/headers/b").asString()).isEqualTo("hex:c328");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(Json.line(new DeadLetterJson(false)
                        .details(DeadLetterBuilder.in("x.dlt")
                                .key("\u009B2J\u001B")
                                .build())))
                .doesNotContain("\u009B", "\u001B");
    }

    private static JsonNode shown(DeadLetter letter, boolean withTexts) {
        return MAPPER.readTree(Json.line(new DeadLetterJson(withTexts).details(letter)));
    }
}
