package com.dmverify.sender.text;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.order.Order;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class MessageTextsTest {

    private static final OneTimeCode CODE = new OneTimeCode("493021");
    private static final Pattern LINKED_CODE = Pattern.compile("[\\p{L}.@#$/]493021|493021[\\p{L}/@]|493021\\.\\S");

    private final MessageTexts texts = new MessageTexts();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ja", "pt", "tr"})
    void inEveryLanguageItSaysAllThatItMust(String locale) {
        for (int i = 0; i < 20; i++) {
            for (boolean again : new boolean[] {false, true}) {
                String text = texts.write(
                        order("ver_" + i, locale, "Link your account", again), "Example", CODE, Orders.START);

                assertThat(text)
                        .contains("493021", "Example", "10", "Link your account", "NO", "STOP")
                        .doesNotContain("{", "}")
                        .doesNotContainPattern(LINKED_CODE)
                        .hasSizeLessThan(500);
            }
        }
    }

    @Test
    void theBriefTemplateDoesNotSayWhatTheCodeIsFor() {
        Order brief = Order.of(Orders.requested("ver_1", Orders.START)
                .setPurpose("Link your account")
                .setTemplate("brief")
                .build());
        Order later = Order.of(Orders.requested("ver_1", Orders.START)
                .setPurpose("Link your account")
                .setTemplate("one of a later release")
                .build());

        assertThat(texts.write(brief, "Example", CODE, Orders.START))
                .contains("493021", "NO", "STOP")
                .doesNotContain("Link your account");
        assertThat(texts.write(later, "Example", CODE, Orders.START)).contains("Link your account");
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
        assertThat(texts.write(order("ver_1", "en", null, true), "Example", CODE, Orders.START))
                .startsWith("As you asked, once more");
    }

    @Test
    void aBrandThatLooksLikeADomainIsStillNamed() {
        assertThat(texts.write(order("ver_1", "en", null, false), "Crypto.com", CODE, Orders.START))
                .contains("Crypto. com")
                .doesNotContain("Crypto.com");
    }

    @Test
    void withoutAPurposeNothingIsSaidOfIt() {
        assertThat(texts.write(order("ver_1", "en", null, false), "Example", CODE, Orders.START))
                .doesNotContain("What it is for");
    }

    @Test
    void neitherPurposeNorBrandCarriesALinkAndNothingOfThemIsLost() {
        assertThat(texts.write(
                        order("ver_1", "en", "win at https:#//evil.#com, Node.js", false),
                        "Shop evil.com",
                        CODE,
                        Orders.START))
                .contains("evil. # com", "Node. js", "Shop evil. com")
                .doesNotContain("evil.com", "//");
    }

    @Test
    void aHundredAndTwentyCharactersOfAPurposeAreSent() {
        String purpose = "a".repeat(120);

        assertThat(texts.write(order("ver_1", "en", purpose + "b", false), "Example", CODE, Orders.START))
                .contains(purpose)
                .doesNotContain(purpose + "b");
    }

    @Test
    void aPurposeThatIsLeftOutIsLoggedAndAnotherIsNot() {
        Logger logger = (Logger) LoggerFactory.getLogger(MessageTexts.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            texts.write(order("ver_1", "en", "Link your account", false), "Example", CODE, Orders.START);
            texts.write(order("ver_2", "en", "the code is 123-456", false), "Example", CODE, Orders.START);
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getMessage()).isEqualTo("dm.purpose_left_out");
            assertThat(line.getKeyValuePairs()).extracting(pair -> pair.value).containsExactly("ver_2");
        });
    }

    @Test
    void aPurposeInWhichAReaderCouldTakeSomethingForTheCodeIsLeftOut() {
        assertThat(texts.write(order("ver_1", "en", "the code is 123-456", false), "Example", CODE, Orders.START))
                .doesNotContain("123");
    }

    @Test
    void gapsInATextOfAPlatformAreNotFilled() {
        assertThat(texts.write(order("ver_1", "en", "{code} {brand}", false), "Example", CODE, Orders.START))
                .contains("{code} {brand}");
    }

    @Test
    void aLocaleOfAnyLengthIsReadByItsLanguage() {
        // Given
        String long14K = "de" + "-aaaaaaaa".repeat(1_500);

        // Then
        assertThat(write("ver_1", long14K)).isEqualTo(write("ver_1", "de"));
        assertThat(write("ver_1", "de-DE-u-co-phonebk")).isEqualTo(write("ver_1", "de"));
    }

    @ParameterizedTest
    @CsvSource({"540, 9 minutes", "150, 2 minutes", "119, 1 minute ", "60, 1 minute "})
    void aRepeatedMessageSaysHowLongTheCodeIsStillValid(int secondsLeft, String life) {
        // Given
        Order repeated = Order.of(Orders.requested("ver_1", Orders.START)
                .setAgain(true)
                .setCodeExpiresAt(Orders.START.plusSeconds(secondsLeft))
                .build());

        // Then
        assertThat(texts.write(repeated, "Example", CODE, Orders.START))
                .contains(life.strip())
                .doesNotContain("10 minutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR-u-nu-arabext", "bn-BD", "tr-TR", "ar-EG"})
    void theLanguageOfTheMachineChangesNoText(String language) {
        // Given
        String before = write("ver_1", "en");
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            // Then
            assertThat(write("ver_1", "en")).isEqualTo(before).contains("10 minutes");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private String write(String verificationId, String locale) {
        return texts.write(order(verificationId, locale, "Link your account", false), "Example", CODE, Orders.START);
    }

    private static Order order(String verificationId, String locale, String purpose, boolean again) {
        return Order.of(Orders.requested(verificationId, Orders.START)
                .setLocale(locale)
                .setPurpose(purpose)
                .setAgain(again)
                .build());
    }
}
