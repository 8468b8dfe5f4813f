package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.XError.AppMisconfigured;
import com.dmverify.x.XError.OutOfCredits;
import com.dmverify.x.XError.SenderRestricted;
import com.dmverify.x.XError.Throttled;
import com.dmverify.x.XError.UnclearRefusal;
import com.dmverify.x.dm.SentMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors about the sender, its app or X itself; the same message is accepted when the error is gone. */
class SenderErrorsIT {

    private final Sandbox sandbox = Sandbox.shared();
    private final SandboxUser person = sandbox.follower();

    @ParameterizedTest
    @EnumSource
    void anAutomatedLookingMessageIsSenderRestricted(ApiVersion apiVersion) {
        // Given
        sandbox.injects("automated_226", person, 1);
        // When // Then
        failure(SenderRestricted.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aLockedAccountIsSenderRestricted(ApiVersion apiVersion) {
        // Given
        sandbox.injects("locked_326", person, 1);
        // When // Then
        failure(SenderRestricted.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedSenderIsSenderRestricted(ApiVersion apiVersion) {
        // Given
        sandbox.injects("sender_suspended", person, 1);
        // When // Then
        failure(SenderRestricted.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aRestrictedAppIsAppMisconfigured(ApiVersion apiVersion) {
        // Given
        sandbox.injects("app_restricted", person, 1);
        // When // Then
        failure(AppMisconfigured.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedAppIsAppMisconfigured(ApiVersion apiVersion) {
        // Given
        sandbox.injects("app_suspended", person, 1);
        // When // Then
        failure(AppMisconfigured.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void a403WithoutASubjectIsUnclear(ApiVersion apiVersion) {
        // Given
        sandbox.injects("forbidden_unclear", person, 1);
        // When // Then
        failure(UnclearRefusal.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void a429WithRetryAfterZeroIsThrottled(ApiVersion apiVersion) {
        // Given
        sandbox.injects("too_many_requests_now", person, 1);
        // When // Then
        failure(Throttled.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedTokenIsAppMisconfigured(ApiVersion apiVersion) {
        // Given
        sandbox.injects("expired_token_89", person, 1);
        // When // Then
        assertThat(failure(AppMisconfigured.class, send(apiVersion)).httpStatus())
                .isEqualTo(401);
        value(send(apiVersion));
    }

    @Test
    void anAccountWithoutCreditsIsOutOfCredits() {
        // Given
        sandbox.injects("credits_depleted", person, 1);
        // When
        var error = failure(OutOfCredits.class, send(ApiVersion.V2));
        // Then
        assertThat(error.httpStatus()).isEqualTo(402);
        value(send(ApiVersion.V2));
    }

    @ParameterizedTest
    @EnumSource
    void aUsedWindowOfV2NamesItsEnd(ApiVersion apiVersion) {
        // Given
        sandbox.injects("too_many_requests", person, 1);
        // When
        var error = failure(Throttled.class, send(apiVersion));
        // Then: v1.1 does not show the limits of its DMs
        assertThat(error.until() == null).isEqualTo(apiVersion == ApiVersion.V1_1);
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void a429WithoutHeadersNamesNoEnd(ApiVersion apiVersion) {
        // Given
        sandbox.injects("too_many_requests_no_headers", person, 1);
        // When
        var error = failure(Throttled.class, send(apiVersion));
        // Then
        assertThat(error.until()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void theClientFollowsAWrongClockOfX(ApiVersion apiVersion) {
        // Given
        sandbox.injects("clock_skew", person, 1);
        // When
        value(send(apiVersion));
        // Then
        assertThat(person.inbox()).hasSize(1);
    }

    private Answer<SentMessage> send(ApiVersion apiVersion) {
        return sandbox.brand().directMessages(apiVersion).send(person.id(), "hello");
    }
}
