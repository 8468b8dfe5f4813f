package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.OAuth2Credentials;
import com.dmverify.x.XClient;
import com.dmverify.x.XError.AppMisconfigured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** App-only OAuth 2.0: the app may look up users, but not act for an account. */
class AppOnlyIT {

    private final Sandbox sandbox = Sandbox.shared();

    @ParameterizedTest
    @EnumSource
    void anAppLooksUpUsers(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        var found = sandbox.app().users(apiVersion).byHandle(person.handle());
        // Then
        assertThat(value(found).id()).isEqualTo(person.id());
    }

    @Test
    void anAppSeesNoRelationships() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        var found = value(sandbox.app().users(ApiVersion.V2).byHandle(person.handle()));
        // Then
        assertThat(found.receivesYourDm()).isNull();
        assertThat(found.connectionStatus()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAppCannotSendMessages(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        var sent = sandbox.app().directMessages(apiVersion).send(person.id(), "hello");
        // Then
        failure(AppMisconfigured.class, sent);
        assertThat(person.inbox()).isEmpty();
    }

    @Test
    void anUnknownBearerTokenIsRejected() {
        // Given
        try (XClient x =
                sandbox.client(new OAuth2Credentials(() -> "unknown-token")).build()) {
            // When
            var me = x.userDirectory().me();
            // Then
            assertThat(failure(AppMisconfigured.class, me).httpStatus()).isEqualTo(401);
        }
    }

    @Test
    void anAppHasNoUser() {
        // Given // When
        var me = sandbox.app().userDirectory().me();
        // Then
        failure(AppMisconfigured.class, me);
    }
}
