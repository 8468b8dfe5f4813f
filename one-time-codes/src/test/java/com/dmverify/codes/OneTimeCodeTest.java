package com.dmverify.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"493021", " 493 021 ", "493-021", "493–021\n"})
    void whatAPersonTypesIsForgiven(String input) {
        assertThat(OneTimeCode.typed(input).digits()).isEqualTo("493021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "12345678901", "49302a", "４９３０２１"})
    void whatIsNoCodeIsRefused(String input) {
        assertThatIllegalArgumentException().isThrownBy(() -> OneTimeCode.typed(input));
    }

    @Test
    void theRefusalDoesNotQuoteTheCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneTimeCode.typed("49302112345678"))
                .withMessageNotContaining("4930");
    }
}
