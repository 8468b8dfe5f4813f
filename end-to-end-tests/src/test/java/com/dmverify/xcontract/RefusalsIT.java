package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.XError.AppMisconfigured;
import com.dmverify.x.XError.TargetClosed;
import com.dmverify.x.XError.TargetSuspended;
import com.dmverify.x.XError.TargetUnknown;
import com.dmverify.x.dm.SentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The errors for users who do not accept our messages. */
class RefusalsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @AfterEach
    void restoreThePlan() {
        sandbox.setPlan("open");
    }

    @ParameterizedTest
    @EnumSource
    void aUserWithClosedDmsIsTargetClosed(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.closedUser();
        // When
        var error = failure(TargetClosed.class, send(apiVersion, person));
        // Then
        assertThat(error.httpStatus()).isEqualTo(403);
        assertThat(person.inbox()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoBlocksUsIsTargetClosed(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.follower();
        person.blocks();
        // When // Then
        failure(TargetClosed.class, send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoAcceptsOnlyVerifiedAccountsIsTargetClosed(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.verifiedOnly();
        // When // Then
        failure(TargetClosed.class, send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void aUserWhoFollowsAcceptsMessages(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.closedUser();
        failure(TargetClosed.class, send(apiVersion, person));
        // When
        person.follows();
        // Then
        value(send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedUserIsTargetSuspended(ApiVersion apiVersion) {
        // Given
        SandboxUser person = sandbox.suspended();
        // When // Then
        failure(TargetSuspended.class, send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownIdIsTargetUnknown(ApiVersion apiVersion) {
        // Given // When
        var sent = sandbox.brand().directMessages(apiVersion).send(sandbox.unknownId(), "hello");
        // Then
        failure(TargetUnknown.class, sent);
    }

    @Test
    void theSelfServePlanHasNoV1() {
        // Given
        SandboxUser person = sandbox.follower();
        sandbox.setPlan("self-serve");
        // When
        var v1 = send(ApiVersion.V1_1, person);
        var v2 = send(ApiVersion.V2, person);
        // Then
        assertThat(failure(AppMisconfigured.class, v1).httpStatus()).isEqualTo(403);
        value(v2);
    }

    private Answer<SentMessage> send(ApiVersion apiVersion, SandboxUser person) {
        return sandbox.brand().directMessages(apiVersion).send(person.id(), "hello");
    }
}
