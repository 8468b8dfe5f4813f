package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "order-42", "😀", "é"})
    void aWholeTextIsWellFormed(String text) {
        assertThat(UnicodeText.isWellFormed(text)).isTrue();
        assertThat(UnicodeText.wellFormed(text)).isEqualTo(text);
    }

    @Test
    void aLoneSurrogateIsNotWellFormed() {
        for (String text : new String[] {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "😀\uD83D"}) {
            assertThat(UnicodeText.isWellFormed(text)).isFalse();
            assertThat(UnicodeText.isWellFormed(UnicodeText.wellFormed(text))).isTrue();
        }
        assertThat(UnicodeText.wellFormed("\uDE00😀\uD83D")).isEqualTo("\uFFFD😀\uFFFD");
    }

    @Test
    void invisibleCharactersAreRemoved() {
        assertThat(UnicodeText.visible("\uFEFFj\u200Ba\u00ADc\u034Fk\u202E 1")).isEqualTo("jack 1");
    }

    @Test
    void everyDefaultIgnorableCharacterIsInvisible() {
        int[] some = {
            0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180D, 0x180F, 0x200B, 0x206F, 0x2065, 0x3164, 0xFE00, 0xFE0F,
            0xFEFF, 0xFFA0, 0xFFF0, 0xFFF8, 0xFFF9, 0x1BCA2, 0x1D17A, 0xE0000, 0xE0100, 0xE0FFF
        };
        assertThat(IntStream.of(some)).allMatch(Characters::isInvisible);
        int[] others = {'a', 0xAC, 0xAE, 0x300, 0x115E, 0x1161, 0x3163, 0x3165, 0xFDFF, 0xFE10, 0xFFFC, 0xFFFD, 0xE1000
        };
        assertThat(IntStream.of(others)).noneMatch(Characters::isInvisible);
    }
}
