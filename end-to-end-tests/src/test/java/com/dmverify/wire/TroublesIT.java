package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
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

/** X refuses for reasons of its own; the same message goes through once they are gone. */
class TroublesIT {

    private final Sandbox sandbox = Sandbox.shared();
    private final Person person = sandbox.follower();

    @ParameterizedTest
    @EnumSource
    void whatLooksAutomatedStopsTheSender(ApiVersion apiVersion) {
        // Given
        sandbox.orders("automated_226", person, 1);
        // When // Then
        failure(SenderRestricted.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aLockedAccountStopsTheSender(ApiVersion apiVersion) {
        // Given
        sandbox.orders("locked_326", person, 1);
        // When // Then
        failure(SenderRestricted.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedSendingAccountStopsTheSender(ApiVersion apiVersion) {
        // Given
        sandbox.orders("sender_suspended", person, 1);
        // When // Then
        failure(SenderRestricted.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aRestrictedAppNeedsAnOperator(ApiVersion apiVersion) {
        // Given
        sandbox.orders("app_restricted", person, 1);
        // When // Then
        failure(AppMisconfigured.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedAppNeedsAnOperator(ApiVersion apiVersion) {
        // Given
        sandbox.orders("app_suspended", person, 1);
        // When // Then
        failure(AppMisconfigured.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalThatDoesNotSayWhomItIsAboutIsUnclear(ApiVersion apiVersion) {
        // Given
        sandbox.orders("forbidden_unclear", person, 1);
        // When // Then
        failure(UnclearRefusal.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aComeBackAtOnceIsStillABudgetThatIsUsedUp(ApiVersion apiVersion) {
        // Given
        sandbox.orders("too_many_requests_now", person, 1);
        // When // Then
        failure(Throttled.class, send(apiVersion));
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedTokenNeedsAnOperator(ApiVersion apiVersion) {
        // Given
        sandbox.orders("expired_token_89", person, 1);
        // When // Then
        assertThat(failure(AppMisconfigured.class, send(apiVersion)).httpStatus())
                .isEqualTo(401);
        value(send(apiVersion));
    }

    @Test
    void withoutCreditsNothingGoes() {
        // Given
        sandbox.orders("credits_depleted", person, 1);
        // When
        var error = failure(OutOfCredits.class, send(ApiVersion.V2));
        // Then
        assertThat(error.httpStatus()).isEqualTo(402);
        value(send(ApiVersion.V2));
    }

    @ParameterizedTest
    @EnumSource
    void anExhaustedWindowOfV2SaysWhenItEnds(ApiVersion apiVersion) {
        // Given
        sandbox.orders("too_many_requests", person, 1);
        // When
        var error = failure(Throttled.class, send(apiVersion));
        // Then: v1.1 has never shown the limits of its DMs
        assertThat(error.until() == null).isEqualTo(apiVersion == ApiVersion.V1_1);
        value(send(apiVersion));
    }

    @ParameterizedTest
    @EnumSource
    void aDailyLimitMaySayNothing(ApiVersion apiVersion) {
        // Given
        sandbox.orders("too_many_requests_no_headers", person, 1);
        // When
        var error = failure(Throttled.class, send(apiVersion));
        // Then
        assertThat(error.until()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongClockOfXIsFollowed(ApiVersion apiVersion) {
        // Given
        sandbox.orders("clock_skew", person, 1);
        // When
        value(send(apiVersion));
        // Then
        assertThat(person.inbox()).hasSize(1);
    }

    private Answer<SentMessage> send(ApiVersion apiVersion) {
        return sandbox.brand().directMessages(apiVersion).send(person.id(), "hello");
    }
}
