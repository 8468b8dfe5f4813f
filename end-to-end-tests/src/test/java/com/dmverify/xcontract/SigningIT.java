package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.Handle;
import com.dmverify.x.OAuth1Credentials;
import com.dmverify.x.XClient;
import com.dmverify.x.XError.AppMisconfigured;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAuth 1.0a signatures identify the caller in every kind of call. */
class SigningIT {

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void aValidSignatureIdentifiesTheCaller() {
        // Given // When
        var v1 = sandbox.brand().legacyUserDirectory().verifyCredentials();
        var v2 = sandbox.brand().userDirectory().me();
        // Then
        assertThat(List.of(value(v1).id(), value(v2).id())).containsOnly(Sandbox.BRAND);
    }

    @ParameterizedTest
    @CsvSource({
        "wrong-key, sandbox-consumer-secret, 1000000000000000001-sandbox, sandbox-token-secret",
        "sandbox-consumer-key, wrong, 1000000000000000001-sandbox, sandbox-token-secret",
        "sandbox-consumer-key, sandbox-consumer-secret, 1000000000000000001-wrong, sandbox-token-secret",
        "sandbox-consumer-key, sandbox-consumer-secret, 1000000000000000001-sandbox, wrong"
    })
    void aSignatureWithAnyWrongPartIsRejected(String key, String secret, String token, String tokenSecret) {
        // Given
        SandboxUser person = sandbox.follower();
        try (XClient x = sandbox.client(new OAuth1Credentials(key, secret, token, tokenSecret))
                .build()) {
            // When
            var v1 = x.directMessages(ApiVersion.V1_1).send(person.id(), "hello");
            var v2 = x.directMessages(ApiVersion.V2).send(person.id(), "hello");
            // Then
            assertThat(failure(AppMisconfigured.class, v1).httpStatus()).isEqualTo(401);
            assertThat(failure(AppMisconfigured.class, v2).httpStatus()).isEqualTo(401);
            assertThat(person.inbox()).isEmpty();
        }
    }

    @Test
    void aQueryWithReservedCharactersIsSignedAsItIsSent() {
        // Given
        SandboxUser one = sandbox.follower();
        SandboxUser other = sandbox.follower();
        // When: the comma is reserved
        var v1 = sandbox.brand().legacyUserDirectory().lookup(List.of(one.handle(), other.handle()), List.of());
        var v2 = sandbox.brand().userDirectory().byHandles(List.of(one.handle(), other.handle()));
        // Then
        assertThat(value(v1)).hasSize(2);
        assertThat(value(v2)).hasSize(2);
    }

    @Test
    void theJsonBodyIsNotPartOfTheSignature() {
        // Given
        SandboxUser person = sandbox.follower();
        String text = "50 % & more: ü, 🦆, \"quotes\" = + / ?";
        // When
        value(sandbox.brand().directMessages(ApiVersion.V1_1).send(person.id(), text));
        // Then
        assertThat(person.inbox()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"-3600", "3600"})
    void theClientCorrectsItsClockOnce(long seconds) {
        // Given
        SandboxUser person = sandbox.follower();
        try (XClient late = sandbox.client()
                .clock(InstantSource.offset(InstantSource.system(), Duration.ofSeconds(seconds)))
                .build()) {
            // When
            var sent = late.directMessages(ApiVersion.V1_1).send(person.id(), "at last");
            // Then
            value(sent);
            assertThat(person.inbox()).containsExactly("at last");
        }
    }

    @Test
    void anAppWithAWrongSecretGetsNoToken() {
        // Given
        try (XClient x =
                sandbox.client(new AppOnlyCredentials(Sandbox.KEY, "wrong")).build()) {
            // When
            var answer = x.users(ApiVersion.V2).byHandle(new Handle("alice"));
            // Then
            failure(AppMisconfigured.class, answer);
        }
    }
}
