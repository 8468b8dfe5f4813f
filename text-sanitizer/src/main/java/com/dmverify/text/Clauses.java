package com.dmverify.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a message into clauses, normalised for the comparison with phrases. */
final class Clauses {

    /** X appends a link to the text of a message with an attachment. */
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private static final Pattern MENTION = Pattern.compile("@\\w{1,20}");
    private static final Pattern ENDS =
            Pattern.compile("[,.;:!?\\n\\r\\u2028\\u2029\\u3001\\u3002\\u060C\\u061F]+|\\s[-\\u2013\\u2014]+\\s");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\\u2018\\u2019\\u02BC`]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Clauses() {}

    /** The clauses that have a letter or digit. */
    static List<String> of(String text) {
        String folded = folded(text);
        String said = MENTION.matcher(LINK.matcher(folded).replaceAll(" ")).replaceAll(" ");
        return ENDS.splitAsStream(said)
                .map(Clauses::words)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    /** Normalises a phrase: lower case without accents, single spaces, no punctuation. */
    static String words(String phrase) {
        String joined = APOSTROPHES.matcher(folded(phrase)).replaceAll("");
        return OTHERS.matcher(joined).replaceAll(" ").strip();
    }

    private static String folded(String text) {
        String decomposed = Normalizer.normalize(UnicodeText.visible(text), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i')
                .replace("\u00DF", "ss");
    }
}
