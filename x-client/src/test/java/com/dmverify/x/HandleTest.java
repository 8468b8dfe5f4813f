package com.dmverify.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jack",
                "@Jack",
                "  @Jack ",
                "https://x.com/Jack",
                "http://x.com/Jack/",
                "https://www.x.com/Jack",
                "https://mobile.twitter.com/Jack?lang=en",
                "HTTPS://Twitter.com/Jack#top",
                "x.com/Jack",
                "https://x.com/@Jack"
            })
    void usualFormsOfAHandleAreParsed(String input) {
        assertThat(Handle.parse(input).value()).isEqualTo("Jack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "@@jack",
                "sixteen_letters_",
                "jack!",
                "jäck",
                "jack dorsey",
                "https://x.com/",
                "https://x.com/jack/status/20",
                "https://evil.com/jack",
                "https://x.com.evil.com/jack",
                "https://evilx.com/jack",
                "ftp://x.com/jack",
                "jack\nbob"
            })
    void anErrorSaysHowToWriteAHandle(String input) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Handle.parse(input))
                .withMessageContaining("https://x.com/jack");
    }

    @Test
    void handlesAreEqualInAnyCaseAndKeepTheirSpelling() {
        assertThat(new Handle("JaCk")).isEqualTo(new Handle("jack")).hasSameHashCodeAs(new Handle("JACK"));
        assertThat(new Handle("JaCk")).hasToString("JaCk").isNotEqualTo(new Handle("jill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@jack", "", "sixteen_letters_"})
    void aHandleIsCanonical(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Handle(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "12a", "12345678901234567890", "１２"})
    void anIdHasOnlyDigits(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(value));
    }

    @Test
    void anIdIsAString() {
        assertThat(new UserId("9223372036854775807")).hasToString("9223372036854775807");
    }
}
