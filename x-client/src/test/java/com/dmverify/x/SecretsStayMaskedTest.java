package com.dmverify.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.dm.Message;
import com.dmverify.x.oauth.Parameter;
import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.WebhookSignature;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsStayMaskedTest {

    private static final String SECRET = "s3cr3t-493021";

    static Stream<Object> holders() {
        UserId user = new UserId("12");
        return Stream.of(
                new OAuth1Credentials("key", SECRET, SECRET, SECRET),
                new AppOnlyCredentials("key", SECRET),
                new OAuth2Credentials(() -> SECRET),
                new WebhookSignature(SECRET),
                new CodeFingerprints(SECRET),
                new Parameter("oauth_token", SECRET),
                new Message("20", user, user, SECRET, Instant.EPOCH),
                new Activity("20", Activity.Kind.DM_RECEIVED, user, user, null, "20", SECRET, Instant.EPOCH, SECRET));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void toStringMasksSecrets(Object holder) {
        assertThat(holder.toString()).doesNotContain(SECRET);
    }
}
