package com.dmverify.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the handle in pasted text: a handle with or without {@code @}, or the URL of a profile. */
public final class PastedHandle {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:https?:)?//)?(?:(?:www|mobile|m)\\.)?(?:x|twitter)\\.com/(?:#!/)?@?([^/?#]+)(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** First path segments on x.com that are pages of X, in lower case. */
    private static final Set<String> PAGES_OF_X = Set.of(
            "about",
            "account",
            "compose",
            "download",
            "explore",
            "hashtag",
            "help",
            "home",
            "i",
            "intent",
            "jobs",
            "lists",
            "login",
            "logout",
            "mentions",
            "messages",
            "notifications",
            "oauth",
            "personalization",
            "privacy",
            "search",
            "settings",
            "share",
            "signup",
            "statuses",
            "tos",
            "who_to_follow",
            "widgets");

    private PastedHandle() {}

    /**
     * The handle without {@code @}, in the case in which it was written.
     *
     * @throws IllegalArgumentException if there is no handle in it; the message says what to enter
     */
    public static String read(String input) {
        String plain = withoutDotsOfIdna(UnicodeText.visible(Normalizer.normalize(input, Normalizer.Form.NFKC)))
                .strip();
        Matcher address = ADDRESS.matcher(plain);
        if (address.matches()) {
            String name = address.group(1);
            return PAGES_OF_X.contains(name.toLowerCase(Locale.ROOT)) ? refuse() : insist(name);
        }
        return insist(plain.startsWith("@") ? plain.substring(1) : plain);
    }

    private static String withoutDotsOfIdna(String text) {
        StringBuilder dotted = new StringBuilder(text.length());
        text.codePoints().map(c -> Characters.isDot(c) ? '.' : c).forEach(dotted::appendCodePoint);
        return dotted.toString();
    }

    private static String insist(String name) {
        return HANDLE.matcher(name).matches() ? name : refuse();
    }

    private static String refuse() {
        throw new IllegalArgumentException(
                "A handle has 1 to 15 letters, digits or underscores: jack, @jack or https://x.com/jack");
    }
}
