package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SafeLinePropertyTest {

    private static final int ROUNDS = 50_000;

    private final LinkMutations mutations = new LinkMutations(20_261_126);

    @Test
    void theLinkFinderFindsEveryUnsafeLink() {
        for (int i = 0; i < 1_000; i++) {
            String link = mutations.link();

            assertThat(LinkFinder.finds("see " + link)).as(link).isTrue();
        }
    }

    @Test
    void noMutatedLinkSurvives() {
        for (int i = 0; i < ROUNDS; i++) {
            String text = mutations.mutated(mutations.link());

            String line = SafeLine.of(text);

            assertThat(LinkFinder.finds(line))
                    .as("%s -> %s", escaped(text), escaped(line))
                    .isFalse();
        }
    }

    @Test
    void aSafeLineIsUnchanged() {
        for (int i = 0; i < ROUNDS; i++) {
            String text = i % 2 == 0 ? mutations.mutated(mutations.link()) : anything(i);
            String line = SafeLine.of(text);

            assertThat(SafeLine.of(line)).as(escaped(text)).isEqualTo(line);
        }
    }

    @Test
    void allVisibleCharactersAreKept() {
        for (int i = 0; i < ROUNDS; i++) {
            String text = anything(i);

            assertThat(letters(SafeLine.of(text))).as(escaped(text)).isEqualTo(letters(text));
        }
    }

    private static String anything(int seed) {
        Random random = new Random(seed);
        return random.ints(1 + random.nextInt(12), 1, 0x30000)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Without gaps, marks and invisible characters. */
    private static String letters(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String decomposed = Normalizer.normalize(compatible, Normalizer.Form.NFKD);
        return decomposed.replaceAll(
                "[\\p{Z}\\p{Cc}\\p{Cf}\\p{M}\\u2800\\u115F\\u1160\\u3164\\uFFA0\\u2065\\uFFF0-\\uFFF8]", "");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> escaped.append(
                        c > ' ' && c < 0x7F ? Character.toString(c) : "<" + Integer.toHexString(c) + ">"));
        return escaped.toString();
    }
}
