package com.dmverify.connections.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds passwords that only look long: few different characters, a repetition, an alphabet, a known word, the name. */
final class PasswordStrength {

    private static final int SHORTEST = 16;

    /** Of 16 random hexadecimal digits, fewer than this are different in one case of three thousand. */
    private static final int FEWEST_DIFFERENT = 6;

    /** Stand in lists of common passwords and in examples, ours included. */
    private static final Set<String> WORDS = Set.of(
            "password", "passwort", "operator", "changeme", "change-me", "secret", "qwerty", "letmein", "dm-verify");

    private PasswordStrength() {}

    /** What is wrong with it, to follow its name; never a part of it. */
    static Optional<String> weaknessOf(String password, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("has fewer than " + SHORTEST + " characters");
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("has fewer than " + FEWEST_DIFFERENT + " different characters");
        }
        if (isRepetition(password)) {
            return Optional.of("repeats itself");
        }
        if (isMostlySequence(password)) {
            return Optional.of("is a sequence");
        }
        return holdsWord(password, name) ? Optional.of("holds a common word or the operator's name") : Optional.empty();
    }

    private static boolean isRepetition(String password) {
        // A text that stands in its own doubling, first and last place apart, consists of one part repeated.
        return (password + password).indexOf(password, 1) < password.length();
    }

    /** More than half of all characters follow from the one before: {@code 0123456789…}, {@code zyxw…}, {@code aaaa…}. */
    private static boolean isMostlySequence(String password) {
        int[] characters = password.codePoints().toArray();
        int steps = 0;
        for (int i = 1; i < characters.length; i++) {
            if (Math.abs(characters[i] - characters[i - 1]) <= 1) {
                steps++;
            }
        }
        return steps > characters.length / 2;
    }

    private static boolean holdsWord(String password, String name) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.contains(name.toLowerCase(Locale.ROOT)) || WORDS.stream().anyMatch(lower::contains);
    }
}
