package com.dmverify.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the meaning of a clause: one phrase, or several of the same meaning, with courtesies around and between. */
final class Phrases {

    private static final Map<String, ReplyKeyword> MEANINGS = meanings();
    private static final Set<String> COURTESIES = Set.copyOf(lines(ReplyWords.COURTESY));
    private static final int MOST_WORDS = MEANINGS.keySet().stream()
            .mapToInt(phrase -> phrase.split(" ", -1).length)
            .max()
            .orElseThrow();

    private Phrases() {}

    /** Whether the clause consists of courtesies (please, thanks, hello) only. */
    static boolean isCourtesy(String clause) {
        return covered(clause.split(" ", -1), null);
    }

    /** The one meaning that the clause has; NONE if a word of it belongs to no phrase. */
    static ReplyKeyword meaning(String clause) {
        String[] words = clause.split(" ", -1);
        for (ReplyKeyword keyword : ReplyKeyword.values()) {
            if (keyword != ReplyKeyword.NONE && covered(words, keyword)) {
                return keyword;
            }
        }
        return ReplyKeyword.NONE;
    }

    /** Whether phrases of the keyword and courtesies follow each other from the first word to the last. */
    private static boolean covered(String[] words, @Nullable ReplyKeyword keyword) {
        boolean[] reached = new boolean[words.length + 1];
        reached[0] = true;
        for (int start = 0; start < words.length; start++) {
            for (int end = start + 1; reached[start] && end <= Math.min(words.length, start + MOST_WORDS); end++) {
                String phrase = String.join(" ", Arrays.copyOfRange(words, start, end));
                reached[end] |= COURTESIES.contains(phrase) || (keyword != null && MEANINGS.get(phrase) == keyword);
            }
        }
        return reached[words.length];
    }

    private static Map<String, ReplyKeyword> meanings() {
        Map<String, ReplyKeyword> meanings = new HashMap<>();
        lines(ReplyWords.START).forEach(phrase -> meanings.put(phrase, ReplyKeyword.START));
        lines(ReplyWords.NO).forEach(phrase -> meanings.put(phrase, ReplyKeyword.NO));
        lines(ReplyWords.STOP).forEach(phrase -> meanings.put(phrase, ReplyKeyword.STOP));
        return Map.copyOf(meanings);
    }

    private static Set<String> lines(String text) {
        Set<String> phrases = new HashSet<>();
        for (String phrase : text.split("[,\n]", -1)) {
            String words = Clauses.words(phrase);
            if (!words.isEmpty()) {
                phrases.add(words);
            }
        }
        return phrases;
    }
}
