package com.dmverify.sender.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the message in each language that we speak. English stands in for every other one. */
final class Words {

    private static final String ENGLISH = "en";

    /** A fixed list: what an order asks for must not make us look for files. */
    private static final Map<String, Words> ALL = List.of(ENGLISH, "de", "es", "fr", "it", "ja", "pt", "tr").stream()
            .collect(Collectors.toMap(Function.identity(), Words::read));

    private final Properties words;

    private Words(Properties words) {
        this.words = words;
    }

    static Words of(Locale locale) {
        return ALL.getOrDefault(locale.getLanguage(), Objects.requireNonNull(ALL.get(ENGLISH)));
    }

    String get(String name) {
        return Objects.requireNonNull(words.getProperty(name), name);
    }

    private static Words read(String language) {
        String file = language.equals(ENGLISH) ? "message.properties" : "message_" + language + ".properties";
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(Objects.requireNonNull(Words.class.getResourceAsStream(file), file), UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(words);
    }
}
