package com.dmverify.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSignatureTest {

    /** Vectors of xdevplatform/autohook's tests, and one computed with another tool. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test|test=1&other_test=2|sha256=25Cu3iwbbiqBTwQRzcKJZwisjf736V2Q8UaTlkfLSoc=",
                "test|{\"test_number\":1,\"test_string\":\"two\"}|sha256=YWHphPn/JFq43jkF0y4/w8R/SelmLjvpunhVFY8JhlI=",
                "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw|challenge_string"
                        + "|sha256=nlBfoc+sYi739ivT57rTKKl7OQM8PcJSNybJqfjoBUk=",
            })
    @Seen(Where.RECORDING)
    void aSignatureEqualsXs(String secret, String text, String expected) {
        assertThat(WebhookSignature.of(secret, text)).isEqualTo(expected);
    }
}
