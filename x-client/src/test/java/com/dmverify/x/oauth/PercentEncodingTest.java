package com.dmverify.x.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ladies + Gentlemen | Ladies%20%2B%20Gentlemen",
                "An encoded string! | An%20encoded%20string%21",
                "Dogs, Cats & Mice  | Dogs%2C%20Cats%20%26%20Mice",
                "☃                  | %E2%98%83",
                "𝒳                  | %F0%9D%92%B3",
                "*()                | %2A%28%29",
                "aZ09-._~           | aZ09-._~"
            })
    void encodingIsThatOfRfc3986(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }
}
