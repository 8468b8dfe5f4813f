package com.dmverify.sender.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.order.Order;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextsTest {

    private static final OneTimeCode CODE = new OneTimeCode("493021");
    private static final Pattern LINKED_CODE = Pattern.compile("[\\p{L}.@#$/]493021|493021[\\p{L}/@]|493021\\.\\S");

    private final MessageTexts texts = new MessageTexts();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ja", "pt", "tr"})
    void inEveryLanguageItSaysAllThatItMust(String locale) {
        for (int i = 0; i < 20; i++) {
            for (boolean again : new boolean[] {false, true}) {
                String text = texts.write(order("ver_" + i, locale, "Link your account", again), "Example", CODE);

                assertThat(text)
                        .contains("493021", "Example", "10", "Link your account", "NO", "STOP")
                        .doesNotContain("{", "}")
                        .doesNotContainPattern(LINKED_CODE)
                        .hasSizeLessThan(500);
            }
        }
    }

    @Test
    void everyLanguageIsAnother() {
        Set<String> texts = Set.of("en", "de", "es", "fr", "it", "ja", "pt", "tr").stream()
                .map(locale -> write("ver_1", locale))
                .collect(Collectors.toSet());

        assertThat(texts).hasSize(8);
    }

    @Test
    void aLanguageThatWeLackIsEnglishWhateverTheMachineSpeaks() {
        // Given
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            // When
            String text = write("ver_1", "sw");

            // Then
            assertThat(text).isEqualTo(write("ver_1", "en"));
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void aRegionOfALanguageSpeaksIt() {
        assertThat(write("ver_1", "pt-BR")).isEqualTo(write("ver_1", "pt"));
    }

    @Test
    void itIsNotTheSameForEverybodyAndAlwaysTheSameForOne() {
        Set<String> phrasings =
                IntStream.range(0, 50).mapToObj(i -> write("ver_" + i, "en")).collect(Collectors.toSet());

        assertThat(phrasings).hasSize(3);
        assertThat(write("ver_1", "en")).isEqualTo(write("ver_1", "en"));
    }

    @Test
    void onceMoreIsSaidInOtherWords() {
        assertThat(texts.write(order("ver_1", "en", null, true), "Example", CODE))
                .startsWith("As you asked, once more");
    }

    @Test
    void aBrandThatLooksLikeADomainIsStillNamed() {
        assertThat(texts.write(order("ver_1", "en", null, false), "Crypto.com", CODE))
                .contains("Crypto com")
                .doesNotContain("Crypto.com");
    }

    @Test
    void withoutAPurposeNothingIsSaidOfIt() {
        assertThat(texts.write(order("ver_1", "en", null, false), "Example", CODE))
                .doesNotContain("What it is for");
    }

    @Test
    void neitherPurposeNorBrandCarriesALink() {
        assertThat(texts.write(order("ver_1", "en", "win at https://evil.example", false), "Shop evil.com", CODE))
                .doesNotContain("evil");
    }

    private String write(String verificationId, String locale) {
        return texts.write(order(verificationId, locale, "Link your account", false), "Example", CODE);
    }

    private static Order order(String verificationId, String locale, String purpose, boolean again) {
        return Order.of(Orders.requested(verificationId, HandClock.START)
                .setLocale(locale)
                .setPurpose(purpose)
                .setAgain(again)
                .build());
    }
}
