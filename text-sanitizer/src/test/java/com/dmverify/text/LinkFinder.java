package com.dmverify.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what X or a browser could turn into a link, mention or tag. Written from the rules of twitter-text (URLs,
 * mentions, hashtags, cashtags) and UTS 46 (mapping of dots, ignored characters), with any two letters as a top-level
 * domain. It shares no code with the class under test.
 */
final class LinkFinder {

    private static final Pattern IGNORED =
            Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0"
                    + "\\u2065\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]");
    private static final Pattern DOTS = Pattern.compile("[\\u3002\\uFF0E\\uFF61]");
    private static final Pattern PROTOCOL = Pattern.compile("\\p{L}[\\p{L}\\p{N}+.-]*:/*//|//");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}_-]\\.[\\p{L}\\p{N}-]{2}");
    private static final Pattern ADDRESS = Pattern.compile("\\d\\.\\d+\\.\\d+\\.\\d");
    private static final Pattern MENTION = Pattern.compile("@[a-z0-9_]");
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{M}\\p{Nd}_\\u00B7\\u05BE\\u30FB\\u3003]");
    private static final Pattern CASHTAG = Pattern.compile("\\$[a-z]");

    private LinkFinder() {}

    /** Whether there is one in the text as it is, normalised, or without invisible characters. */
    static boolean finds(String text) {
        String mapped = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = IGNORED.matcher(Normalizer.normalize(mapped, Normalizer.Form.NFKD))
                .replaceAll("");
        return findsIn(text.toLowerCase(Locale.ROOT)) || findsIn(mapped) || findsIn(bare);
    }

    private static boolean findsIn(String text) {
        String dotted = DOTS.matcher(text).replaceAll(".");
        return PROTOCOL.matcher(dotted).find()
                || DOMAIN.matcher(dotted).find()
                || ADDRESS.matcher(dotted).find()
                || MENTION.matcher(dotted).find()
                || HASHTAG.matcher(dotted).find()
                || CASHTAG.matcher(dotted).find();
    }
}
