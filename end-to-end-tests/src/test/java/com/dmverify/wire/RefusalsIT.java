package com.dmverify.wire;

import static com.dmverify.wire.Outcome.failure;
import static com.dmverify.wire.Outcome.value;
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

/** Whom we may not write to, and why. */
class RefusalsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @AfterEach
    void v1IsOpenAgain() {
        sandbox.sells("open");
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotFollowUsMayBeClosed(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.stranger();
        // When
        var error = failure(TargetClosed.class, send(apiVersion, person));
        // Then
        assertThat(error.httpStatus()).isEqualTo(403);
        assertThat(person.inbox()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoBlocksUsIsClosed(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.follower();
        person.blocks();
        // When // Then
        failure(TargetClosed.class, send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesOnlyVerifiedAccountsIsClosed(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.snob();
        // When // Then
        failure(TargetClosed.class, send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void theDoorIsOpenOnceTheyFollow(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.stranger();
        failure(TargetClosed.class, send(apiVersion, person));
        // When
        person.follows();
        // Then
        value(send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void theSuspendedGetNothing(ApiVersion apiVersion) {
        // Given
        Person person = sandbox.suspended();
        // When // Then
        failure(TargetSuspended.class, send(apiVersion, person));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsUnknown(ApiVersion apiVersion) {
        // Given // When
        var sent = sandbox.brand().directMessages(apiVersion).send(sandbox.nobody(), "anybody?");
        // Then
        failure(TargetUnknown.class, sent);
    }

    @Test
    void v1IsNotInThePlanThatXSellsToday() {
        // Given
        Person person = sandbox.follower();
        sandbox.sells("self-serve");
        // When
        var v1 = send(ApiVersion.V1_1, person);
        var v2 = send(ApiVersion.V2, person);
        // Then
        assertThat(failure(AppMisconfigured.class, v1).httpStatus()).isEqualTo(403);
        value(v2);
    }

    private Answer<SentMessage> send(ApiVersion apiVersion, Person person) {
        return sandbox.brand().directMessages(apiVersion).send(person.id(), "hello");
    }
}
