package com.dmverify.x.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String SECRET = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";

    private final WebhookSignature seal = new WebhookSignature(SECRET);

    static Stream<Arguments> vectors() {
        return Stream.of(
                // Of autohook's tests.
                Arguments.of("test", "test=1&other_test=2", "sha256=25Cu3iwbbiqBTwQRzcKJZwisjf736V2Q8UaTlkfLSoc="),
                Arguments.of(
                        "test",
                        "{\"test_number\":1,\"test_string\":\"two\"}",
                        "sha256=YWHphPn/JFq43jkF0y4/w8R/SelmLjvpunhVFY8JhlI="),
                // With the secret of X's page on signatures.
                Arguments.of(SECRET, "challenge_string", "sha256=nlBfoc+sYi739ivT57rTKKl7OQM8PcJSNybJqfjoBUk="),
                Arguments.of(
                        SECRET,
                        "crc_token=challenge_string&nonce=123456",
                        "sha256=dixq8xZnriepGNPrp6sZna4Px2fGFpQ8XgKts6btXLY="),
                Arguments.of(
                        SECRET,
                        "{\"for_user_id\":\"4337869213\",\"direct_message_events\":[{\"type\":\"message_create\","
                                + "\"id\":\"954491830116155396\"}]}",
                        "sha256=7atT50CkeXhUvHfOrnvNb01J7aR54DFYRmuL31xLe+c="),
                // An é in UTF-8 beside an escape in ASCII: fails if the body was parsed and written again.
                Arguments.of(
                        SECRET,
                        "{\"text\":\"café <3 \\u2603\"}",
                        "sha256=YCKGBNM5DtRAJu/ssBeRTbxYslyVzVfXn8UTAYhe5wM="));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theSignatureIsTheKnownOne(String secret, String message, String signature) {
        WebhookSignature known = new WebhookSignature(secret);
        assertThat(known.sign(bytes(message))).isEqualTo(signature);
        assertThat(known.matches(bytes(message), signature)).isTrue();
    }

    @Test
    void anyOtherSignatureIsRefused() {
        byte[] body = bytes("{}");
        String good = seal.sign(body);
        assertThat(seal.matches(body, null)).isFalse();
        assertThat(seal.matches(body, "")).isFalse();
        assertThat(seal.matches(body, good.substring("sha256=".length()))).isFalse();
        assertThat(seal.matches(body, good + " ")).isFalse();
        assertThat(seal.matches(bytes("{ }"), good)).isFalse();
        assertThat(new WebhookSignature("other").matches(body, good)).isFalse();
    }

    @Test
    void aCrcTokenIsAnswered() {
        assertThat(seal.crcResponse("challenge_string"))
                .isEqualTo("sha256=nlBfoc+sYi739ivT57rTKKl7OQM8PcJSNybJqfjoBUk=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "too_short_by_one",
                "{\"for_user_id\":\"1\",\"follow_events\":[]}",
                "MTIzNDU2Nzg5MDEyMzQ1Ng== ",
                "MTIzNDU2Nzg5MDEyMzQ1Ng\n",
                "crc_token=aaaaaaaaaaaaaaaaaaaaa&nonce=1"
            })
    void aTokenThatCouldBeAnEventIsNotSigned(String token) {
        String implausible = token.equals("too_short_by_one") ? token.substring(1) : token;
        assertThat(seal.isPlausibleCrcToken(implausible)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> seal.crcResponse(implausible));
    }

    @Test
    void aLongCrcTokenIsRefused() {
        assertThat(seal.isPlausibleCrcToken("a".repeat(128))).isTrue();
        assertThat(seal.isPlausibleCrcToken("a".repeat(129))).isFalse();
    }

    @Test
    void anEmptySecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSignature(" "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
