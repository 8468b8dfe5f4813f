package com.dmverify.codes;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in which a person may have written a challenge token. Width, case, invisible characters, and spaces and dashes
 * between the groups do not count, and neither do words around the token.
 */
public final class ChallengeText {

    /** Each costs a look-up; a message of ours holds one. */
    public static final int MOST_TOKENS = 4;

    private static final String GROUP = "[" + ChallengeToken.ALPHABET + "]{" + ChallengeToken.GROUP + "}";

    /** Spaces of every kind, dashes of every kind and the minus sign. */
    private static final String BETWEEN = "[\\p{Z}\\s\\p{Pd}\\u2212]{0,3}";

    /** Ended by a letter it is part of a longer word. Other scripts may follow without a space. */
    private static final Pattern TOKEN = Pattern.compile(
            String.join(BETWEEN, GROUP, GROUP, GROUP, GROUP) + "(?!\\p{IsLatin})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_LETTER =
            Pattern.compile("[^" + ChallengeToken.ALPHABET + "]", Pattern.CASE_INSENSITIVE);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F]");
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s]+");

    private final String text;

    private ChallengeText(String text) {
        this.text = text;
    }

    /** A message as the person wrote it. */
    public static ChallengeText of(String message) {
        return new ChallengeText(plain(message));
    }

    /** The tokens that it may hold, in their order, each once, at most {@link #MOST_TOKENS}. */
    public List<ChallengeToken> tokens() {
        List<ChallengeToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        for (int from = 0; tokens.size() < MOST_TOKENS && matcher.find(from); from = matcher.start() + 1) {
            ChallengeToken token = token(matcher.group());
            if (!tokens.contains(token)) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /**
     * What is left of the message without the token and the sentence that it stands in.
     *
     * @param before what the sentence says before the token
     * @param after what it says after the token
     */
    public ChallengeText without(ChallengeToken token, String before, String after) {
        Matcher matcher = TOKEN.matcher(text);
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            if (token(matcher.group()).equals(token)) {
                String head = text.substring(0, matcher.start()).strip();
                String tail = text.substring(matcher.end()).strip();
                String start = plain(before);
                String end = plain(after);
                return new ChallengeText(
                        (endsWith(head, start) ? head.substring(0, head.length() - start.length()) : head)
                                + " "
                                + (startsWith(tail, end) ? tail.substring(end.length()) : tail));
            }
        }
        return this;
    }

    /** The text, with single spaces. */
    public String text() {
        return text;
    }

    private static ChallengeToken token(String written) {
        return ChallengeToken.ofLetters(
                NO_LETTER.matcher(written).replaceAll("").toUpperCase(Locale.ROOT));
    }

    private static boolean startsWith(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    private static boolean endsWith(String text, String end) {
        return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
    }

    private static String plain(String message) {
        String compatible = Normalizer.normalize(message, Normalizer.Form.NFKC);
        return GAPS.matcher(INVISIBLE.matcher(compatible).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    @Override
    public String toString() {
        return "ChallengeText[***]";
    }
}
