package com.dmverify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedHandleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jack",
                "@jack",
                " @jack ",
                "＠jack",
                "＠ｊａｃｋ",
                "\u200B@jack\u200E",
                "\u2068@jack\u2069",
                "ja\u00ADck",
                "\u00A0@jack\u3000",
                "https://x.com/jack",
                "http://twitter.com/jack/",
                "https://www.twitter.com/@jack",
                "mobile.x.com/jack?s=20",
                "mobile.twitter.com/jack",
                "m.twitter.com/jack",
                "//x.com/jack",
                "x.com/jack",
                "x。com/jack",
                "https://x.com/jack/status/20?s=20",
                "https://twitter.com/#!/jack",
                "HTTPS://X.COM/jack#top"
            })
    void aHandleIsReadFromUsualForms(String input) {
        assertThat(PastedHandle.read(input)).isEqualTo("jack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "jack dorsey",
                "a234567890123456",
                "https://example.com/jack",
                "https://x.com.evil.com/jack",
                "https://notx.com/jack",
                "https://x.com/",
                "https://x.com/home",
                "https://x.com/i/flow/login",
                "https://x.com/i/user/12",
                "https://twitter.com/search?q=jack",
                "x.com/Settings/account",
                "https://x.com/intent/follow?screen_name=jack",
                "https://x.com/hashtag/jack",
                "https://x.com/messages/12-13",
                "jäck",
                "jack@x.com",
                "jаck",
                "@@jack"
            })
    void otherTextIsRefused(String input) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PastedHandle.read(input))
                .withMessageContaining("@jack");
    }
}
