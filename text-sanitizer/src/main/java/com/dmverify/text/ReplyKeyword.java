package com.dmverify.text;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The opt-out keyword of a message to one of our accounts: set if the whole message is a known phrase. */
public enum ReplyKeyword {
    /** The person wants no more messages. */
    STOP,
    /** The person did not request the verification. */
    NO,
    /** The person wants messages again, or confirms. */
    START,
    /** The message is no keyword. */
    NONE;

    /** A longer text is no keyword, whatever it begins with. */
    private static final int LONGEST = 200;

    /**
     * The meaning of a text as a person wrote it. Case, width, accents, punctuation, symbols, mentions, links and
     * courtesies do not count. Every clause must be a keyword: a STOP beside a NO is a STOP, a START beside either is
     * none.
     */
    public static ReplyKeyword of(@Nullable String text) {
        if (text == null || SafeLine.length(text.strip()) > LONGEST) {
            return NONE;
        }
        Set<ReplyKeyword> meanings = EnumSet.noneOf(ReplyKeyword.class);
        for (String clause : Clauses.of(text)) {
            if (!Phrases.isCourtesy(clause)) {
                meanings.add(Phrases.meaning(clause));
            }
        }
        return together(meanings);
    }

    private static ReplyKeyword together(Set<ReplyKeyword> meanings) {
        if (meanings.contains(NONE) || (meanings.contains(START) && meanings.size() > 1)) {
            return NONE;
        }
        if (meanings.contains(STOP)) {
            return STOP;
        }
        return meanings.stream().findFirst().orElse(NONE);
    }
}
