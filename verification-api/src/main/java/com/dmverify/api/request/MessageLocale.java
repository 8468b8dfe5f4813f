package com.dmverify.api.request;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Reads a language tag. Only its language and region count: extensions say nothing about our texts. */
final class MessageLocale {

    /** Languages with the locale that messages are written in if none is given. */
    static final String DEFAULT = "en";

    private MessageLocale() {}

    /**
     * The language and region of a tag, as in {@code pt-BR}.
     *
     * @throws IllegalArgumentException if it is no BCP 47 tag
     */
    static String read(String tag) {
        Locale locale;
        try {
            locale = new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException _) {
            throw new IllegalArgumentException("A language tag like en or pt-BR is needed");
        }
        return locale.getLanguage().isEmpty()
                ? DEFAULT
                : new Locale.Builder()
                        .setLanguage(locale.getLanguage())
                        .setRegion(locale.getCountry())
                        .build()
                        .toLanguageTag();
    }
}
