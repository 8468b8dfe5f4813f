package com.dmverify.sender.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Link your account | Link your account",
                "see https://evil.example/x?y now | see now",
                "see evil.com now | see now",
                "see EVIL。com/path now | see now",
                "write to a@evil.co.uk | write to",
                "ask @mallory #now $MAL | ask mallory now MAL",
                "end of sentence. Next one | end of sentence. Next one",
                "version 1.2 | version 1.2",
                "no {code} here | no code here"
            })
    void isHarmless(String text, String line) {
        assertThat(PlainLine.of(text, 80)).isEqualTo(line);
    }

    @Test
    void isOneLineWithoutInvisibleCharacters() {
        assertThat(PlainLine.of("a\r\nb\u202Ec\u200B\td\u0000", 80)).isEqualTo("a b c d");
    }

    @Test
    void isCutBetweenCharacters() {
        assertThat(PlainLine.of("😀".repeat(100), 10)).isEqualTo("😀".repeat(9) + "…");
    }
}
