package com.dmverify.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPositionTest {

    @Test
    void aWrittenPositionIsReadAgain() {
        // Given
        RecordPosition expected = new RecordPosition("verification.requested", 3, 1042);

        // When, Then
        assertThat(RecordPosition.parse("verification.requested-3@1042")).contains(expected);
        assertThat(RecordPosition.parse(expected.toString())).contains(expected);
    }

    @Test
    void aTopicMayHaveHyphensAndNumbers() {
        assertThat(RecordPosition.parse("a-1-2-3@4")).contains(new RecordPosition("a-1-2", 3, 4));
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
    void otherTextIsNotAPosition(String text) {
        assertThat(RecordPosition.parse(text)).isEmpty();
    }

    @Test
    void nullIsNotAPosition() {
        assertThat(RecordPosition.parse(null)).isEmpty();
    }
}
