package com.dmverify.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** X's worked example ("Creating a signature", docs.x.com) and values that were computed with its credentials. */
class SignatureBaseTest {

    private static final String CONSUMER_SECRET = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
    private static final String TOKEN_SECRET = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";
    private static final OAuthHeader HEADER = OAuthHeader.parse(
                    "OAuth realm=\"x\",oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\","
                            + "oauth_nonce=\"kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg\", oauth_signature=\"any\","
                            + "oauth_signature_method=\"HMAC-SHA1\",oauth_timestamp=\"1318622958\","
                            + "oauth_token=\"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb\",oauth_version=\"1.0\"")
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "https://api.x.com/1.1/statuses/update.json?include_entities=true,Ls93hJiZbQ3akF3HF3x1Bz8/zU4=",
        "https://api.twitter.com/1.1/statuses/update.json?include_entities=true,hCtSmYh+iHYCEqBWrE7C7hYmtUk=",
    })
    @Seen(Where.DOCUMENTATION)
    void theWorkedExampleIsReproduced(String address, String expected) {
        // Given
        Call call = call(
                "POST",
                address,
                "application/x-www-form-urlencoded",
                "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");
        // Then
        assertThat(sign(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|https://api.x.com/1.1/direct_messages/events/new.json|Xt2L45sZVfR3XX3sbVgZKhuP1OQ=",
                "POST|http://127.0.0.1:8080/1.1/direct_messages/events/new.json|9sNsoGe7HIluzRDlKfwkjtvGKLU=",
                "GET|https://api.x.com/1.1/direct_messages/events/list.json?count=50&cursor=MTE0MjA5ODA3OTUyNjYwMDcwOA=="
                        + "|fXZAOidrGycwdX7zAdXP+7TLHy0=",
                "DELETE|https://api.x.com/1.1/direct_messages/events/destroy.json?id=938178981337088004"
                        + "|CV8YwScjHhtYLLfF7EWC2LIVwog=",
                "POST|https://api.x.com/1.1/direct_messages/indicate_typing.json?recipient_id=844385345234"
                        + "|2aPxyqx9V1Rz+v1+Gyq9SYvPWSQ=",
                "POST|https://127.0.0.1:8443/2/dm_conversations/with/844385345234/messages|i+832vlTaWxaR73Up4tPKn9q+U0=",
                "GET|https://api.x.com/2/users/by?usernames=TwitterDev,TwitterAPI&user.fields=connection_status,receives_your_dm"
                        + "|BItZGR0qYjmqeuCWU0OKQuq6m3c=",
            })
    @Seen(Where.INFERENCE)
    void jsonIsNeverSignedAndPortsAreKept(String method, String address, String expected) {
        assertThat(sign(call(method, address, "application/json", "{\"never\":\"signed\"}")))
                .isEqualTo(expected);
    }

    @Test
    @Seen(Where.RECORDING)
    void aFormIsSignedLikeAQuery() {
        // Given
        Call call = call(
                "POST",
                "https://api.x.com/1.1/direct_messages/indicate_typing.json",
                "application/x-www-form-urlencoded",
                "recipient_id=844385345234");
        // Then
        assertThat(sign(call)).isEqualTo("2aPxyqx9V1Rz+v1+Gyq9SYvPWSQ=");
    }

    private static String sign(Call call) {
        return HmacSha1.sign(SignatureBase.of(call, HEADER), CONSUMER_SECRET, TOKEN_SECRET);
    }

    private static Call call(String method, String address, String type, String body) {
        URI uri = URI.create(address);
        HttpHeaders headers = new HttpHeaders();
        headers.set("host", uri.getRawAuthority());
        headers.set("content-type", type);
        return new Call(method, uri, headers, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
