package com.dmverify.webhook.crc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrcTokenTest {

    @ParameterizedTest
    @CsvSource({
        "crc_token=abc, abc",
        "nonce=1&crc_token=abc&x=2, abc",
        "crc_token=a+b, a+b",
        "crc_token=a%2Bb%2fc%3D, a+b/c=",
        "crc_token=a%252Bb, a%2Bb",
        "crc_token=a=b==, a=b==",
        "crc_token=%C3%A9, Ã©"
    })
    void theTokenIsDecodedOnceAndAPlusStaysAPlus(String query, String token) {
        assertThat(CrcToken.in(query)).hasValue(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonce=1", "CRC_TOKEN=abc", "xcrc_token=abc", "crc_token", "crc_token=a&crc_token=a"})
    void zeroOrSeveralTokensAreRefused(String query) {
        assertThat(CrcToken.in(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc_token=%", "crc_token=a%2", "crc_token=%zz", "crc_token=%-1"})
    void anInvalidEscapeIsRefused(String query) {
        assertThat(CrcToken.in(query)).isEmpty();
    }

    @Test
    void aMissingQueryHasNoToken() {
        assertThat(CrcToken.in(null)).isEmpty();
    }
}
