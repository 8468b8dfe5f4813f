package com.dmverify.api.event;

import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.Fact;
import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Verification;
import com.dmverify.events.CodeSent;
import com.dmverify.events.DeliveryRequeued;
import com.dmverify.events.IncorrectCodeEntered;
import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationExhausted;
import com.dmverify.events.VerificationExpired;
import com.dmverify.events.VerificationFailed;
import com.dmverify.events.VerificationOpened;
import com.dmverify.events.VerificationRequested;
import com.dmverify.events.VerificationSucceeded;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The record that tells a fact: one type for each. */
final class FactRecords {

    private FactRecords() {}

    static SpecificRecord of(Fact fact) {
        Verification verification = fact.verification();
        Delivery delivery = verification.delivery();
        Code code = verification.code();
        Subject subject = new Subject(fact);
        return switch (fact.type()) {
            case REQUESTED -> order(fact);
            case OPENED ->
                subject.on(new VerificationOpened())
                        .with("mode", "dm_out")
                        .with("purpose", verification.request().purpose())
                        .with("account", delivery.account().name())
                        .with("send_deadline", delivery.deadline())
                        .done();
            case CODE_SENT ->
                subject.on(new CodeSent())
                        .with("generation", code.generation())
                        .with("dispatch", delivery.dispatch())
                        .with("expires_at", known(code.expiresAt(), "expires_at"))
                        .done();
            case USER_ACTION_AWAITED -> {
                NextAction action = NextAction.follow(
                        delivery.account(), verification.request().locale());
                yield subject.on(new UserActionAwaited())
                        .with("reason", String.valueOf(delivery.reason()))
                        .with("action", action.type())
                        .with("action_url", action.url())
                        .with("wait_until", known(delivery.waitUntil(), "wait_until"))
                        .done();
            }
            case REQUEUED ->
                subject.on(new DeliveryRequeued())
                        .with("cause", String.valueOf(fact.cause()))
                        .with("generation", code.generation())
                        .with("dispatch", delivery.dispatch())
                        .done();
            case INCORRECT ->
                subject.on(new IncorrectCodeEntered())
                        .with("attempts_remaining", verification.allowance().tries())
                        .done();
            case SUCCEEDED -> subject.on(new VerificationSucceeded()).done();
            case EXPIRED -> subject.on(new VerificationExpired()).done();
            case EXHAUSTED -> subject.on(new VerificationExhausted()).done();
            case CANCELED -> subject.on(new VerificationCanceled()).done();
            case FAILED ->
                subject.on(new VerificationFailed())
                        .with("reason", String.valueOf(verification.reason()))
                        .done();
        };
    }

    private static VerificationRequested order(Fact fact) {
        Verification verification = fact.verification();
        Request request = verification.request();
        Code code = verification.code();
        Delivery delivery = verification.delivery();
        return VerificationRequested.newBuilder()
                .setVerificationId(verification.id().value())
                .setGeneration(code.generation())
                .setDispatch(delivery.dispatch())
                .setTenant(request.tenant())
                .setAccount(delivery.account().name())
                .setTargetHandle(Subject.handle(verification))
                .setTargetUserId(Subject.userId(verification))
                .setLocale(request.locale())
                .setPurpose(request.purpose())
                .setKeyId(code.keyId())
                .setCodeDigits(code.digits())
                .setCodeLifeSeconds((int) code.life().toSeconds())
                .setAgain(delivery.again())
                .setCodeExpiresAt(delivery.again() ? code.expiresAt() : null)
                .setSendDeadline(delivery.deadline())
                .setRequestedAt(fact.at())
                .build();
    }

    private static Instant known(@Nullable Instant instant, String what) {
        return Objects.requireNonNull(instant, what);
    }
}
