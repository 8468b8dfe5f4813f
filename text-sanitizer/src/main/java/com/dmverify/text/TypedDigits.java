package com.dmverify.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The meaning of each character in a typed code. Checks and redaction use the same table, so that every accepted form
 * of a code is redacted.
 */
final class TypedDigits {

    /**
     * Separators between digits, besides spaces, dashes, dots, marks and invisible characters: keyboard variants of
     * dash and dot.
     */
    private static final String OTHER_SEPARATORS = "\u00B7\u2022\u2027\u2043\u2212\u30FB\u30FC";

    private TypedDigits() {}

    /**
     * The ASCII digits that a character stands for: of any script, full width, superscript or in a circle. No digits if
     * the character only separates; empty if it is neither.
     */
    static Optional<String> of(int codePoint) {
        if (codePoint >= '0' && codePoint <= '9') {
            return Optional.of(Character.toString(codePoint));
        }
        if (codePoint < 0x80) {
            return isSeparator(codePoint) ? Optional.of("") : Optional.empty();
        }
        String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        StringBuilder digits = new StringBuilder();
        for (int c : compatible.codePoints().toArray()) {
            if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if (!isSeparator(c)) {
                return Optional.empty();
            }
        }
        return Optional.of(digits.toString());
    }

    private static boolean isSeparator(int codePoint) {
        return Characters.isGap(codePoint)
                || Characters.isInvisible(codePoint)
                || Characters.isMark(codePoint)
                || Characters.isDot(codePoint)
                || Character.getType(codePoint) == Character.DASH_PUNCTUATION
                || OTHER_SEPARATORS.indexOf(codePoint) >= 0;
    }
}
