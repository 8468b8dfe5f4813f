package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRedactionTest {

    @ParameterizedTest
    @MethodSource("com.dmverify.text.TypedCodeTest#waysToWrite493021")
    void aCodeInASentenceIsRedactedHoweverItIsWritten(String code) {
        String redacted = CodeRedaction.redact("the code is " + code + ", thanks");

        assertThat(redacted).contains("the code is ", CodeRedaction.REDACTED, ", thanks");
        assertThat(redacted.codePoints().mapToObj(TypedDigits::of))
                .noneMatch(d -> d.isPresent() && !d.get().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the code is 123456 | the code is [redacted]",
                "12 34 | [redacted]",
                "123456 and 654321. | [redacted] and [redacted].",
                "born 1990 | born [redacted]",
                "a1234b | a[redacted]b",
                "call +1 (555) 010-9999 | call +1 (555) [redacted]",
                "😀123456😀 | 😀[redacted]😀",
                "ﬁ 123 … stays | ﬁ 123 … stays"
            })
    void onlyTheDigitsAreReplaced(String text, String redacted) {
        assertThat(CodeRedaction.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STOP", "123", "1, 2, 3, 4", "12 and 34"})
    void otherTextIsUnchanged(String text) {
        assertThat(CodeRedaction.redact(text)).isEqualTo(text);
    }

    @Test
    void anExcerptIsShortenedAfterItWasRedacted() {
        assertThat(CodeRedaction.excerpt("abc 123456 def", 8)).isEqualTo("abc [red");
        assertThat(CodeRedaction.excerpt("😀".repeat(600), 500)).isEqualTo("😀".repeat(500));
        assertThat(CodeRedaction.excerpt("a\uD83Db", 500)).isEqualTo("a\uFFFDb");
    }

    @Test
    void everyTextThatACheckAcceptsIsRedacted() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(12, 0, 0x2FFF)
                    .mapToObj(c -> random.nextInt(3) > 0 ? Character.toString('0' + c % 10) : Character.toString(c))
                    .filter(UnicodeText::isWellFormed)
                    .reduce("", String::concat);

            String redacted = CodeRedaction.redact(text);

            assertThat(TypedCode.holdsCode(redacted)).isFalse();
            if (TypedCode.read(text).filter(code -> code.length() >= 6).isPresent()) {
                assertThat(redacted).contains(CodeRedaction.REDACTED);
            }
        }
    }
}
