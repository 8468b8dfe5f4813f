package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.OAuth2Credentials;
import com.dmverify.x.XClient;
import com.dmverify.x.XError.AppMisconfigured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OAuth 2.0 for an app alone: it may look people up, and nothing that concerns an account. */
class AppOnlyIT {

    private final Sandbox sandbox = Sandbox.shared();

    @ParameterizedTest
    @EnumSource
    void anAppLooksPeopleUp(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.follower();
        // When
        var found = sandbox.app().users(apiVersion).byHandle(person.handle());
        // Then
        assertThat(value(found).id()).isEqualTo(person.id());
    }

    @Test
    void anAppIsToldNothingOfRelations() {
        // Given
        Person person = sandbox.follower();
        // When
        var found = value(sandbox.app().users(ApiVersion.V2).byHandle(person.handle()));
        // Then
        assertThat(found.receivesYourDm()).isNull();
        assertThat(found.connectionStatus()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAppWritesNoMessages(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.follower();
        // When
        var sent = sandbox.app().directMessages(apiVersion).send(person.id(), "hello");
        // Then
        failure(AppMisconfigured.class, sent);
        assertThat(person.inbox()).isEmpty();
    }

    @Test
    void aBearerTokenThatXNeverGaveIsRefused() {
        // Given
        try (XClient x =
                sandbox.client(new OAuth2Credentials(() -> "nobodys-token")).build()) {
            // When
            var me = x.userDirectory().me();
            // Then
            assertThat(failure(AppMisconfigured.class, me).httpStatus()).isEqualTo(401);
        }
    }

    @Test
    void anAppIsNobody() {
        // Given // When
        var me = sandbox.app().userDirectory().me();
        // Then
        failure(AppMisconfigured.class, me);
    }
}
