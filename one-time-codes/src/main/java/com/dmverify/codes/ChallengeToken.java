package com.dmverify.codes;

import java.util.regex.Pattern;

/**
 * The token by which a person proves control of an account: they write it to us from that account. It has no vowels and no
 * digits, so that it spells no word and is never taken for a code. Its text is a secret until it is written and does not show
 * in {@link #toString()}.
 *
 * @param text 16 letters of {@link #ALPHABET} in four groups: {@code KQFT-RXDM-PWHB-CNSJ}; 69 bits
 */
public record ChallengeToken(String text) {

    /** Consonants. */
    public static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

    static final int LETTERS = 16;
    static final int GROUP = 4;

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{4}(-[" + ALPHABET + "]{4}){3}");

    public ChallengeToken {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("A challenge token has four groups of four letters");
        }
    }

    /** The token of these 16 letters. */
    static ChallengeToken ofLetters(CharSequence letters) {
        StringBuilder text = new StringBuilder(letters);
        for (int i = LETTERS - GROUP; i > 0; i -= GROUP) {
            text.insert(i, '-');
        }
        return new ChallengeToken(text.toString());
    }

    @Override
    public String toString() {
        return "ChallengeToken[***]";
    }
}
