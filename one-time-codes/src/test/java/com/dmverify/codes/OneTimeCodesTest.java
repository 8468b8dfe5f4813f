package com.dmverify.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {

    private static final CodeKey K1 = key("k1", "0123456789abcdef0123456789abcdef");
    private static final CodeKey K2 = key("k2", "fedcba9876543210fedcba9876543210");

    private final OneTimeCodes codes = new OneTimeCodes(new KeyRing(List.of(K1, K2)));

    /** The expected codes were computed with another implementation (Python's hmac module) of the same derivation. */
    @ParameterizedTest
    @CsvSource({
        "k1, ver_a, 1, 6, 009941",
        "k1, ver_a, 2, 6, 109832",
        "k1, ver_b, 1, 6, 850171",
        "k2, ver_a, 1, 6, 150226",
        "k1, ver_a, 1, 10, 1272009941",
    })
    void agreesWithAnIndependentImplementation(String key, String id, int codeVersion, int digits, String expected) {
        assertThat(codes.derive(key, id, codeVersion, digits).digits()).isEqualTo(expected);
    }

    @Test
    void aLengthPrefixKeepsTheIdAndTheCodeVersionApart() {
        assertThat(codes.derive("k1", "ver_1", 11, 10)).isNotEqualTo(codes.derive("k1", "ver_11", 1, 10));
    }

    @Test
    void everyDigitIsAboutAsFrequentAsTheOthers() {
        // Given
        int[] seen = new int[10];

        // When
        IntStream.range(0, 5_000)
                .mapToObj(i -> codes.derive("k1", "ver_" + i, 1, 6).digits())
                .flatMapToInt(String::chars)
                .forEach(digit -> seen[digit - '0']++);

        // Then: 30,000 digits, 3,000 each; the inputs are fixed, so the counts are too
        assertThat(IntStream.of(seen)).allMatch(count -> count > 2_800 && count < 3_200);
    }

    @Test
    void wordsBeyondTheLastWholeMultipleAreThrownAway() {
        long codes = 1_000_000L;
        long firstBiased = Long.MAX_VALUE / codes * codes;

        assertThat(OneTimeCodes.isUnbiased(firstBiased - 1, codes)).isTrue();
        assertThat(OneTimeCodes.isUnbiased(firstBiased, codes)).isFalse();
        assertThat(OneTimeCodes.isUnbiased(Long.MAX_VALUE, 2)).isTrue();
    }

    @Test
    void aDigestBelongsToOneVerificationOneCodeAndOneKey() {
        OneTimeCode code = new OneTimeCode("493021");
        String digest = codes.digest("k1", "ver_a", code);

        assertThat(digest)
                .isEqualTo(codes.digest("k1", "ver_a", new OneTimeCode("493021")))
                .isNotEqualTo(codes.digest("k1", "ver_b", code))
                .isNotEqualTo(codes.digest("k2", "ver_a", code))
                .isNotEqualTo(codes.digest("k1", "ver_a", new OneTimeCode("493022")))
                .doesNotContain("493021");
    }

    /** The expected tokens were computed with another implementation, as the codes. */
    @ParameterizedTest
    @CsvSource({
        "k1, ver_a, VLDQ-XLQB-XQDP-LMMN",
        "k1, ver_b, SZRB-KQNW-HDGL-WVSL",
        "k2, ver_a, MDRN-CBVX-GGQN-GRVT",
    })
    void aChallengeAgreesWithAnIndependentImplementation(String key, String id, String expected) {
        assertThat(codes.challenge(key, id).text()).isEqualTo(expected);
    }

    @Test
    void everyLetterOfAChallengeIsAboutAsFrequentAsTheOthers() {
        // Given
        int[] seen = new int['Z' + 1];

        // When
        IntStream.range(0, 5_000)
                .mapToObj(i -> codes.challenge("k1", "ver_" + i).text())
                .flatMapToInt(String::chars)
                .forEach(letter -> seen[letter]++);

        // Then: 80,000 letters, 4,000 each; the inputs are fixed, so the counts are too
        assertThat(ChallengeToken.ALPHABET.chars().map(letter -> seen[letter]))
                .allMatch(count -> count > 3_800 && count < 4_200);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void sixToTenDigits(int digits) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> codes.derive("k1", "ver_a", 1, digits));
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> codes.derive("k9", "ver_a", 1, 6))
                .withMessageContaining("'k9'");
    }

    static CodeKey key(String id, String secret) {
        return new CodeKey(id, secret.getBytes(StandardCharsets.US_ASCII));
    }
}
