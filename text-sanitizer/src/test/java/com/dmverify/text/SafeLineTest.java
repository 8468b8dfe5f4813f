package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https:#//evil.#com/x?a=1 | https:#/ /evil. # com/x?a=1",
                "Log in at evil.@com now | Log in at evil. @ com now",
                "bit.@ly/abc | bit. @ ly/abc",
                "//evil.com | / /evil. com",
                "///x | / / /x",
                "see EVIL。com/path now | see EVIL。 com/path now",
                "evil．com | evil. com",
                "evil｡com | evil。 com",
                "evil․com | evil. com",
                "write to a@evil.co.uk | write to a@ evil. co. uk",
                "ask @mallory #now $MAL | ask @ mallory # now $ MAL",
                "＠mallory ＃now ＄MAL | @ mallory # now $ MAL",
                "@_mallory #_x | @ _mallory # _x",
                "#・x | # ・x",
                "1.2.3.4 | 1. 2. 3. 4"
            })
    void linksMentionsAndTagsGetASpace(String text, String line) {
        assertThat(SafeLine.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Link your X account to Example.com | Link your X account to Example. com",
                "Node.js z.B. am 3.Mai | Node. js z. B. am 3. Mai",
                "St.Étienne | St. Étienne",
                "C# und F#, 5 $ | C# und F#, 5 $",
                "アカウント連携。認証します。 | アカウント連携。 認証します。",
                "End of sentence. Next one | End of sentence. Next one",
                "version 1.2 | version 1. 2",
                "{code} stays | {code} stays",
                "a/b and 24/7 | a/b and 24/7",
                "한국어 텍스트 | 한국어 텍스트",
                "ที่นี่ | ที่นี่",
                "Việt Nam | Việt Nam"
            })
    void nothingIsLost(String text, String line) {
        assertThat(SafeLine.of(text)).isEqualTo(line);
    }

    @Test
    void controlsSeparatorsAndSpacesOfEveryKindBecomeOneSpace() {
        assertThat(SafeLine.of(" a\r\n\tb\u2028\u2029c\u00A0\u3000d\u0000e\u2800f \u200B "))
                .isEqualTo("a b c d e f");
    }

    @Test
    void invisibleCharactersAreRemovedBeforeLinksAreSearched() {
        assertThat(SafeLine.of("evil.\u200Bcom evil\u202E.\u034Fcom evil.\uFE0Fcom e\u00ADvil\u2060.com"))
                .isEqualTo("evil. com evil. com evil. com evil. com");
        assertThat(SafeLine.of("@\u200Bjack /\uFEFF/ #\u3164now \uDB40\uDC41$\u115FX"))
                .isEqualTo("@ jack / / # now $ X");
    }

    @Test
    void aLetterKeepsTwoMarks() {
        assertThat(SafeLine.of("x\u0335\u0336\u0337\u0338y")).isEqualTo("x\u0335\u0336y");
    }

    @Test
    void marksDoNotHideDotsSlashesOrSigns() {
        assertThat(SafeLine.of("evil.\u0335com")).isEqualTo("evil.\u0335 com");
        assertThat(SafeLine.of("/\u0335/")).isEqualTo("/\u0335 /");
        assertThat(SafeLine.of("@\u0335jack")).isEqualTo("@ \u0335jack");
    }

    @Test
    void aLoneSurrogateIsReplaced() {
        assertThat(SafeLine.of("a\uD83D b")).isEqualTo("a\uFFFD b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\u0000\n"})
    void aTextWithoutVisibleCharactersIsEmpty(String text) {
        assertThat(SafeLine.of(text)).isEmpty();
    }

    @Test
    void aLengthCountsCodePoints() {
        assertThat(SafeLine.length("a😀")).isEqualTo(2);
    }
}
