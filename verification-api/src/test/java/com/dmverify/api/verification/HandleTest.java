package com.dmverify.api.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jack",
                "@jack",
                " @jack ",
                "https://x.com/jack",
                "http://twitter.com/jack/",
                "https://www.twitter.com/@jack",
                "mobile.x.com/jack?s=20",
                "HTTPS://X.COM/jack#top"
            })
    void isFoundInWhatPeopleGive(String typed) {
        assertThat(Handle.typed(typed).value()).isEqualTo("jack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "jack dorsey",
                "a234567890123456",
                "https://example.com/jack",
                "https://x.com/",
                "jäck",
                "@@jack"
            })
    void isNotGuessed(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Handle.typed(typed))
                .withMessageContaining("@jack");
    }
}
