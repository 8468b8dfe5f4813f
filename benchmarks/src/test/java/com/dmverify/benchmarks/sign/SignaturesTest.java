package com.dmverify.benchmarks.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.x.oauth.OAuth1Signer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignaturesTest {

    private static final URI CALL =
            URI.create("https://api.x.com/2/dm_conversations/with/2000000000000000003/messages");

    static List<Signatures> both() {
        return List.of(new OurSignatures(), new SignpostSignatures());
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachSignsTheWholeRequest(Signatures signatures) {
        // When
        String header = signatures.header(CALL);
        // Then
        OAuth1Signer again = new OAuth1Signer(
                Sandbox.BRAND,
                () -> Instant.ofEpochSecond(Long.parseLong(value(header, "oauth_timestamp"))),
                () -> value(header, "oauth_nonce"));
        String expected = again.authorization("POST", CALL, List.of());
        assertThat(value(header, "oauth_signature")).isEqualTo(value(expected, "oauth_signature"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachDrawsANonceForEachSignature(Signatures signatures) {
        // When
        String first = signatures.header(CALL);
        String second = signatures.header(CALL);
        // Then
        assertThat(value(first, "oauth_nonce")).isNotEqualTo(value(second, "oauth_nonce"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void oneOperationIsOneSignature(Signatures signatures) {
        // Given
        Signing signing = new Signing(signatures);
        signing.prepare(3);
        // When
        signing.carryOut(3);
        // Then
        long one = signatures.header(CALL).length();
        assertThat(signing.length()).isBetween(3 * (one - 40), 3 * (one + 40));
    }

    private static String value(String header, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]+)\"").matcher(header);
        assertThat(matcher.find()).as(header).isTrue();
        return matcher.group(1);
    }
}
