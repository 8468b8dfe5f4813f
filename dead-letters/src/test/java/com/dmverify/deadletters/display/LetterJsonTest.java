package com.dmverify.deadletters.display;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.deadletters.letter.ALetter;
import com.dmverify.deadletters.letter.Letter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LetterJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void showsHeadersAndRecord() {
        // When
        JsonNode json = shown(ALetter.ofTheSender().at(3).build(), false);

        // Then
        assertThat(json.at("/letter").asString()).isEqualTo("verification.requested.dlt-0@3");
        assertThat(json.at("/key").asString()).isEqualTo("demo");
        assertThat(json.at("/headers/dlt-cause").asString()).isEqualTo("unknown account nobody");
        assertThat(json.at("/type").asString()).isEqualTo("com.dmverify.events.VerificationRequested");
        assertThat(json.at("/record/verification_id").asString()).isEqualTo("ver_1");
        assertThat(json.at("/record/code_digits").asInt()).isEqualTo(6);
        assertThat(json.at("/record/again").isBoolean()).isTrue();
        assertThat(json.at("/record/target_user_id").isNull()).isTrue();
        assertThat(json.at("/record/send_deadline").asString()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void whatAPersonWroteIsShownOnlyWhenAskedFor() {
        // Given
        Letter letter = ALetter.ofTheApi().build();

        // When
        String discreet = new LetterJson(false).of(letter);
        JsonNode open = shown(letter, true);

        // Then
        assertThat(discreet).doesNotContain("Alice").contains("\"other_user_id\" : \"2000\"");
        assertThat(MAPPER.readTree(discreet).at("/record/text").asString()).isEqualTo(EventJson.LEFT_OUT);
        assertThat(open.at("/record/text").asString()).isEqualTo(ALetter.PRIVATE);
        assertThat(open.at("/record/raw").asString()).contains(ALetter.PRIVATE);
    }

    @Test
    void whatCannotBeReadIsShownInHexUpToALimit() {
        // Given
        Letter garbage =
                ALetter.in("verification.requested.dlt").value(new byte[5000]).build();

        // When
        JsonNode json = shown(garbage, false);

        // Then
        assertThat(json.at("/bytes").asInt()).isEqualTo(5000);
        assertThat(json.at("/unreadable").asString()).contains("not an Avro single-object record");
        assertThat(json.at("/hex").asString()).isEqualTo("00".repeat(LetterJson.MOST_BYTES) + "…");
    }

    @Test
    void unreadableActivitiesMayHoldAMessageToo() {
        // Given
        byte[] damaged = ALetter.ofTheApi().build().record().value().clone();
        damaged[3] ^= 1;
        Letter letter = ALetter.in("x.activity.dlt").value(damaged).build();

        // When, Then
        assertThat(shown(letter, false).at("/hex").asString()).hasSize(2 * LetterJson.WITHOUT_TEXTS + 1);
        assertThat(shown(letter, true).at("/hex").asString()).hasSize(2 * damaged.length);
    }

    @Test
    void aHeaderThatIsThereTwiceIsShownTwice() {
        // When
        JsonNode json = shown(
                ALetter.in("x.dlt")
                        .header("a", "1")
                        .header("a", "2")
                        .header("a", "3")
                        .build(),
                false);

        // Then
        assertThat(json.at("/headers/a")).map(JsonNode::asString).containsExactly("1", "2", "3");
    }

    @Test
    void aBareRecordIsShown() {
        // When
        JsonNode json = shown(ALetter.in("x.dlt").key(null).value(null).build(), false);

        // Then
        assertThat(json.at("/key").isNull()).isTrue();
        assertThat(json.at("/bytes").asInt()).isZero();
    }

    @Test
    void bytesThatAreNoTextAreShownInHex() {
        // Given
        Letter letter = ALetter.in("x.dlt").build();
        letter.record().headers().add("b", new byte[] {(byte) 0xC3, 0x28});

        // When, Then
        assertThat(shown(letter, false).at("/headers/b").asString()).isEqualTo("hex:c328");
    }

    @Test
    void controlCharactersDoNotGetThrough() {
        assertThat(new LetterJson(false)
                        .of(ALetter.in("x.dlt").key("\u009B2J\u001B").build()))
                .doesNotContain("\u009B", "\u001B");
    }

    private static JsonNode shown(Letter letter, boolean withTexts) {
        byte[] json = new LetterJson(withTexts).of(letter).getBytes(UTF_8);
        return MAPPER.readTree(json);
    }
}
