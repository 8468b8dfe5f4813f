package com.dmverify.connections.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds weak passwords: few different characters, a repetition, a sequence, a common word, the operator's name. */
final class PasswordStrength {

    private static final int SHORTEST = 16;

    /** One of three thousand strings of 16 random hexadecimal digits has fewer different ones. */
    private static final int FEWEST_DIFFERENT = 6;

    /** Words in lists of common passwords and in examples, also ours. */
    private static final Set<String> WORDS = Set.of(
            "password", "passwort", "operator", "changeme", "change-me", "secret", "qwerty", "letmein", "dm-verify");

    private PasswordStrength() {}

    /** The weakness, as the end of a sentence that begins with the property; never a part of the password. */
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
        // A text that occurs in the middle of its own doubling is a repetition of one part.
        return (password + password).indexOf(password, 1) < password.length();
    }

    /**
     * Whether more than half of all characters are successors of the one before: {@code 0123456789…}, {@code zyxw…},
     * {@code aaaa…}.
     */
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
