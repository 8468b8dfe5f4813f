package com.dmverify.api.refusal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that are commands. Our messages say, in every language, that NO and STOP are understood; people answer in their
 * own, so their words in the languages that we write are here too. Only a whole message is a command: "no, I never got it" is
 * none.
 */
final class Words {

    /** What carriers of short messages honour, and its like in our other languages. */
    private static final List<String> STOP = List.of(
            "stop",
            "stop all",
            "stopall",
            "please stop",
            "stop please",
            "unsubscribe",
            "cancel",
            "end",
            "quit",
            "stopp",
            "arrêt",
            "arrêter",
            "arrêtez",
            "para",
            "parar",
            "pare",
            "basta",
            "dur",
            "停止",
            "ストップ");

    private static final List<String> NO = List.of(
            "no",
            "nope",
            "no thanks",
            "not me",
            "it wasn't me",
            "it was not me",
            "nein",
            "das war ich nicht",
            "non",
            "pas moi",
            "ce n'était pas moi",
            "no fui yo",
            "não",
            "não fui eu",
            "non sono stato io",
            "non sono stata io",
            "hayır",
            "ben değilim",
            "いいえ");

    private static final List<String> START = List.of("start", "unstop");

    /** A longer text is no command, whatever surrounds it. */
    private static final int LONGEST = 100;

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Map<String, Reply> MEANINGS = meanings();

    private Words() {}

    /** Whatever the case, the accents and the width of the letters, and whatever punctuation is around them. */
    static Reply meaning(String text) {
        return text.length() > LONGEST ? Reply.ANYTHING_ELSE : MEANINGS.getOrDefault(plain(text), Reply.ANYTHING_ELSE);
    }

    private static Map<String, Reply> meanings() {
        Map<String, Reply> meanings = new HashMap<>();
        STOP.forEach(word -> meanings.put(plain(word), Reply.STOP));
        NO.forEach(word -> meanings.put(plain(word), Reply.NO));
        START.forEach(word -> meanings.put(plain(word), Reply.START));
        return Map.copyOf(meanings);
    }

    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('’', '\'');
        return GAP.matcher(AROUND.matcher(bare).replaceAll("")).replaceAll(" ");
    }
}
