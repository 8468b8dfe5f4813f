package com.dmverify.text;

/** Adds spaces to a normalised line so that X finds no link, mention or tag in it. */
final class LinkDefuser {

    /**
     * Characters in a hashtag that are neither letter, digit, mark nor underscore, from twitter-text's
     * {@code hashtagSpecialChars}.
     */
    private static final String IN_HASHTAGS =
            "\u00B7\u05BE\u05F3\u05F4\u0F0B\u0F0C\u3003\u301C\u309B\u309C\u30A0\u30FB\uA67E\uFF5E~";

    private LinkDefuser() {}

    static String defused(String line) {
        StringBuilder defused = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            int end = isSign(codePoint) ? next : endOfMarks(line, next);
            boolean atStart = i == 0 || line.charAt(i - 1) == ' ';
            defused.append(line, i, end);
            if (end < line.length() && isJoined(codePoint, atStart, line.codePointAt(end))) {
                defused.append(' ');
            }
            i = end;
        }
        return defused.toString();
    }

    /** The signs that start a mention, a hashtag or a cashtag. A mark after a sign is part of the name of a hashtag. */
    private static boolean isSign(int codePoint) {
        return codePoint == '@' || codePoint == '#' || codePoint == '$';
    }

    /** Marks belong to the character before them: {@code .} with an accent is still a dot. */
    private static int endOfMarks(String line, int start) {
        int end = start;
        while (end < line.length() && Characters.isMark(line.codePointAt(end))) {
            end += Character.charCount(line.codePointAt(end));
        }
        return end;
    }

    private static boolean isJoined(int codePoint, boolean atStart, int next) {
        if (isSign(codePoint)) {
            return mayBeginName(next);
        }
        return codePoint == '/' ? next == '/' : Characters.isDot(codePoint) && !atStart && next != ' ';
    }

    /** Everything but a space, punctuation and symbols; an underscore begins names of users. */
    private static boolean mayBeginName(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> IN_HASHTAGS.indexOf(codePoint) >= 0;
            default -> true;
        };
    }
}
