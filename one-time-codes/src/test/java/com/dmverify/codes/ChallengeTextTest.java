package com.dmverify.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTextTest {

    private static final ChallengeToken TOKEN = new ChallengeToken("KQFT-RXDM-PWHB-CNSJ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KQFT-RXDM-PWHB-CNSJ",
                "KQFTRXDMPWHBCNSJ",
                "kqft rxdm pwhb cnsj",
                "Kqft \u2013 rxdm\u2014pwhb\u00A0cnsj",
                "VERIFY KQFT-RXDM-PWHB-CNSJ links my X account to Example",
                "verifyKQFT-RXDM-PWHB-CNSJ!",
                "Hello,\nhere it is: (kqft-rxdm-pwhb-cnsj).\nThanks",
                "\uFF2B\uFF31\uFF26\uFF34-\uFF32\uFF38\uFF24\uFF2D-\uFF30\uFF37\uFF28\uFF22-\uFF23\uFF2E\uFF33\uFF2A",
                "KQ\u200BFT-RXDM-PW\u00ADHB-CNSJ",
                "VERIFY KQFT-RXDM-PWHB-CNSJで連携します",
                "KQFT-RXDM-PWHB-CNSJ 12"
            })
    void aTokenIsFoundAsPeopleWriteIt(String message) {
        assertThat(ChallengeText.of(message).tokens()).containsExactly(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KQFT-RXDM-PWHB",
                "KQFT-RXDM-PWHB-CNSA",
                "KQFT-RXDM-PWHB-CNSJs",
                "KQFT-RXDM-PWHB-CNSJ\u00E9",
                "KQFT.RXDM.PWHB.CNSJ",
                "KQFT-RXDM----PWHB-CNSJ",
                "KQ-FTRX-DMPW-HBCN-SJ",
                "493021"
            })
    void whatIsNoTokenIsNone(String message) {
        assertThat(ChallengeText.of(message).tokens()).isEmpty();
    }

    @Test
    void ofSeveralTheFirstFourCount() {
        String groups = "BBBB CCCC DDDD FFFF GGGG HHHH JJJJ KKKK LLLL";

        List<ChallengeToken> tokens = ChallengeText.of(groups).tokens();

        assertThat(tokens)
                .extracting(ChallengeToken::text)
                .containsExactly(
                        "BBBB-CCCC-DDDD-FFFF", "CCCC-DDDD-FFFF-GGGG", "DDDD-FFFF-GGGG-HHHH", "FFFF-GGGG-HHHH-JJJJ");
        assertThat(ChallengeText.of("KQFT-RXDM-PWHB-CNSJ kqftrxdmpwhbcnsj").tokens())
                .containsExactly(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFY KQFT-RXDM-PWHB-CNSJ links my X account to Example. STOP, . STOP",
        "verify kqft rxdm pwhb cnsj  LINKS my X account to Example, ''",
        "STOP! Verify KQFT-RXDM-PWHB-CNSJ, STOP!",
        "No. VERIFY KQFT-RXDM-PWHB-CNSJ links my account, No. links my account"
    })
    void theSentenceAroundTheTokenIsTakenOut(String message, String left) {
        ChallengeText without = ChallengeText.of(message).without(TOKEN, "VERIFY", "links my X account to Example");

        assertThat(without.text().replaceAll(" +", " ").strip()).isEqualTo(left);
        assertThat(without.tokens()).isEmpty();
    }

    @Test
    void anotherTokenStays() {
        ChallengeText text = ChallengeText.of("BBBB-CCCC-DDDD-FFFF");

        assertThat(text.without(TOKEN, "", "").text()).isEqualTo("BBBB-CCCC-DDDD-FFFF");
    }

    @Test
    void neitherShowsItsText() {
        assertThat(TOKEN + " " + ChallengeText.of("KQFT-RXDM-PWHB-CNSJ")).doesNotContain("KQFT");
    }
}
