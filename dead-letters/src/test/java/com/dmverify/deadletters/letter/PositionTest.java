package com.dmverify.deadletters.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void readsWhatItWrites() {
        // Given
        Position expected = new Position("verification.requested", 3, 1042);

        // When, Then
        assertThat(Position.parse("verification.requested-3@1042")).contains(expected);
        assertThat(Position.parse(expected.toString())).contains(expected);
    }

    @Test
    void aTopicMayHaveHyphensAndNumbers() {
        assertThat(Position.parse("a-1-2-3@4")).contains(new Position("a-1-2", 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x-1",
                "x@1",
                "-1@2",
                "x-1@",
                "x-1@-2",
                "x y-1@2",
                "x-1@2 ",
                "x-99999999999@1",
                "x-1@9999999999999999999",
                "x-1@2\n"
            })
    void anythingElseIsNone(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void nothingIsNone() {
        assertThat(Position.parse(null)).isEmpty();
    }
}
