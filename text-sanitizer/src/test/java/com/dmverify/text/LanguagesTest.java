package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language of dm-sender's messages has phrases for all three keywords. */
class LanguagesTest {

    private static final Path MESSAGES = Path.of("../dm-sender/src/main/resources/com/dmverify/sender/text");
    private static final Pattern BUNDLE = Pattern.compile("message(?:_(\\w+))?\\.properties");

    /** A phrase for STOP, NO and START in each language. */
    private static final Map<String, String[]> WORDS = Map.of(
            "en", new String[] {"unsubscribe", "not me", "yes"},
            "de", new String[] {"abmelden", "das war ich nicht", "ja"},
            "es", new String[] {"darme de baja", "no fui yo", "sí"},
            "fr", new String[] {"désabonner", "pas moi", "oui"},
            "it", new String[] {"disiscrivimi", "non sono stato io", "sono io"},
            "ja", new String[] {"停止", "違います", "はい"},
            "pt", new String[] {"descadastrar", "não fui eu", "sim"},
            "tr", new String[] {"durdur", "ben değilim", "evet"});

    @Test
    void everyLanguageOfTheMessagesHasItsWords() throws IOException {
        assertThat(WORDS.keySet()).containsAll(languages());
        WORDS.forEach((language, words) -> {
            assertThat(ReplyKeyword.of(words[0])).as(language).isEqualTo(ReplyKeyword.STOP);
            assertThat(ReplyKeyword.of(words[1])).as(language).isEqualTo(ReplyKeyword.NO);
            assertThat(ReplyKeyword.of(words[2])).as(language).isEqualTo(ReplyKeyword.START);
        });
    }

    private static Set<String> languages() throws IOException {
        Set<String> languages = new TreeSet<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher bundle = BUNDLE.matcher(file.getFileName().toString());
                if (bundle.matches()) {
                    languages.add(bundle.group(1) == null ? "en" : bundle.group(1));
                }
            }
        }
        assertThat(languages).isNotEmpty();
        return languages;
    }
}
