package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

    static final String[] WAYS_TO_WRITE_493021 = {
        "493021",
        " 493 021 ",
        "493-021",
        "493.021",
        "493。021",
        "493\u00A0021",
        "493\u3000021",
        "493\u200B021",
        "4\u00AD9\u20603021",
        "\u200E493021\u200F",
        "\u202A493021\u202C",
        "493\u2212021",
        "493\u2013021",
        "493\u2010021",
        "493ー021",
        "493・021",
        "4\n9\n3\n0\n2\n1",
        "4 9 3 0 2 1\r\n",
        "４９３０２１",
        "٤٩٣٠٢١",
        "۴۹۳۰۲۱",
        "৪৯৩০২১",
        "४९३०२१",
        "𝟒𝟗𝟑𝟎𝟐𝟏",
        "⁴⁹³⁰²¹",
        "④⑨③⓪②①",
        "4️⃣9️⃣3️⃣0️⃣2️⃣1️⃣",
        "\uFEFF493021",
        "４９３\u3000－０２１",
        "493\u034F021"
    };

    static String[] waysToWrite493021() {
        return WAYS_TO_WRITE_493021.clone();
    }

    @ParameterizedTest
    @MethodSource("waysToWrite493021")
    void aCodeIsReadHoweverItIsPasted(String typed) {
        assertThat(TypedCode.read(typed)).contains("493021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "49302l", "code 493021", "4930/21", "493021?", "十二", "½", "⑴⑵⑶⑷⑸⑹"})
    void aTextWithOtherCharactersIsNoCode(String typed) {
        assertThat(TypedCode.read(typed)).isEmpty();
    }

    @Test
    void digitsAreReadTheSameInEveryLocale() {
        Locale machine = Locale.getDefault();
        try {
            for (String tag : new String[] {"fa-IR-u-nu-arabext", "bn-BD", "ar-EG-u-nu-arab", "tr-TR"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));

                assertThat(TypedCode.read("٤٩٣ ٠٢١")).as(tag).contains("493021");
            }
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your code changed to 999999",
                "4 9 3 0 2 1",
                "call 493.021 now",
                "x４９３０２１x",
                "2026-11-26",
                "①②③④⑤⑥"
            })
    void aLineHoldsACode(String line) {
        assertThat(TypedCode.holdsCode(line)).isTrue();
        assertThat(TypedCode.holdsCode(SafeLine.of(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Order 12345", "Room 493, floor 021", "5 years, 10 000 users", "a1b2c3d4e5f6"})
    void aLineHoldsNoCode(String line) {
        assertThat(TypedCode.holdsCode(line)).isFalse();
    }
}
