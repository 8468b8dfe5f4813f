package com.dmverify.text;

import java.util.Arrays;

/**
 * Classes of code points on which the rules of this package agree. General categories come from the JDK; the property
 * Default_Ignorable_Code_Point, which the JDK lacks, from DerivedCoreProperties.txt of Unicode 17.
 */
final class Characters {

    /** First and last code point of each range, ascending. */
    private static final int[] DEFAULT_IGNORABLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    /** The blank Braille pattern: a symbol by its category, but it looks like a space. */
    private static final int BRAILLE_BLANK = 0x2800;

    private Characters() {}

    /** Format characters (among them all bidi controls) and everything that is default-ignorable. */
    static boolean isInvisible(int codePoint) {
        return codePoint >= 0x80 && (Character.getType(codePoint) == Character.FORMAT || isDefaultIgnorable(codePoint));
    }

    /** Spaces of every width, line and paragraph separators, and control characters. */
    static boolean isGap(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL -> true;
            default -> codePoint == BRAILLE_BLANK;
        };
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** The four label separators of IDNA (UTS 46, section 2.3; RFC 3490, section 3.1). */
    static boolean isDot(int codePoint) {
        return codePoint == '.' || codePoint == 0x3002 || codePoint == 0xFF0E || codePoint == 0xFF61;
    }

    private static boolean isDefaultIgnorable(int codePoint) {
        int found = Arrays.binarySearch(DEFAULT_IGNORABLE, codePoint);
        // Between a first (even place) and a last (odd place) code point the insertion point is odd.
        return found >= 0 || (-found - 1) % 2 == 1;
    }
}
