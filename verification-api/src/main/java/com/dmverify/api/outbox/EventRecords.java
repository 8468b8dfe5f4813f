package com.dmverify.api.outbox;

import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
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

/** The record that tells an event: one type for each. */
final class EventRecords {

    private EventRecords() {}

    static SpecificRecord of(VerificationEvent event) {
        Verification verification = event.verification();
        Delivery delivery = verification.delivery();
        Code code = verification.code();
        EventRecordBuilder builder = new EventRecordBuilder(event);
        return switch (event.type()) {
            case REQUESTED -> order(event);
            case OPENED ->
                builder.on(new VerificationOpened())
                        .with("mode", "dm_out")
                        .with("purpose", verification.request().purpose())
                        .with("account", delivery.account().name())
                        .with("send_deadline", delivery.deadline())
                        .done();
            case CODE_SENT ->
                builder.on(new CodeSent())
                        .with("generation", code.version())
                        .with("dispatch", delivery.dispatch())
                        .with("expires_at", known(code.expiresAt(), "expires_at"))
                        .done();
            case USER_ACTION_AWAITED -> {
                NextAction action = NextAction.follow(
                        delivery.account(), verification.request().locale());
                yield builder.on(new UserActionAwaited())
                        .with("reason", String.valueOf(delivery.reason()))
                        .with("action", action.type())
                        .with("action_url", action.url())
                        .with("wait_until", known(delivery.waitUntil(), "wait_until"))
                        .done();
            }
            case REQUEUED ->
                builder.on(new DeliveryRequeued())
                        .with("cause", String.valueOf(event.cause()))
                        .with("generation", code.version())
                        .with("dispatch", delivery.dispatch())
                        .done();
            case INCORRECT ->
                builder.on(new IncorrectCodeEntered())
                        .with("attempts_remaining", verification.remaining().tries())
                        .done();
            case SUCCEEDED -> builder.on(new VerificationSucceeded()).done();
            case EXPIRED -> builder.on(new VerificationExpired()).done();
            case EXHAUSTED -> builder.on(new VerificationExhausted()).done();
            case CANCELED -> builder.on(new VerificationCanceled()).done();
            case FAILED ->
                builder.on(new VerificationFailed())
                        .with("reason", String.valueOf(verification.reason()))
                        .done();
        };
    }

    private static VerificationRequested order(VerificationEvent event) {
        Verification verification = event.verification();
        Request request = verification.request();
        Code code = verification.code();
        Delivery delivery = verification.delivery();
        return VerificationRequested.newBuilder()
                .setVerificationId(verification.id().value())
                .setCodeVersion(code.version())
                .setDispatch(delivery.dispatch())
                .setTenant(request.tenant())
                .setAccount(delivery.account().name())
                .setTargetHandle(EventRecordBuilder.handle(verification))
                .setTargetUserId(EventRecordBuilder.userId(verification))
                .setLocale(request.locale())
                .setPurpose(request.purpose())
                .setKeyId(code.keyId())
                .setCodeDigits(code.digits())
                .setCodeLifeSeconds((int) code.life().toSeconds())
                .setAgain(delivery.again())
                .setCodeExpiresAt(delivery.again() ? code.expiresAt() : null)
                .setSendDeadline(delivery.deadline())
                .setRequestedAt(event.at())
                .build();
    }

    private static Instant known(@Nullable Instant instant, String what) {
        return Objects.requireNonNull(instant, what);
    }
}
