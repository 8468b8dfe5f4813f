package com.dmverify.api.outbox;

import com.dmverify.api.policy.Template;
import com.dmverify.api.policy.Terms;
import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import com.dmverify.events.ChallengeFromWrongAccount;
import com.dmverify.events.CodeSent;
import com.dmverify.events.DeliveryRequeued;
import com.dmverify.events.DeliveryUnconfirmed;
import com.dmverify.events.IncorrectCodeEntered;
import com.dmverify.events.OrderKind;
import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationDisputed;
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

/** The Avro record of each event: one type for each kind. */
final class EventBodies {

    private EventBodies() {}

    static SpecificRecord of(VerificationEvent event) {
        Verification verification = event.verification();
        Delivery delivery = verification.delivery();
        Code code = verification.code();
        EventFields fields = new EventFields(event);
        return switch (event.type()) {
            case REQUESTED -> order(event);
            case OPENED ->
                fields.on(new VerificationOpened())
                        .with("mode", verification.request().mode().wire())
                        .with("purpose", verification.request().purpose())
                        .with("account", delivery.account().name())
                        .with("send_deadline", sendDeadline(verification))
                        .done();
            case CODE_SENT ->
                fields.on(new CodeSent())
                        .with("code_version", code.version())
                        .with("dispatch", delivery.order().dispatch())
                        .with("expires_at", known(code.expiresAt(), "expires_at"))
                        .done();
            case DELIVERY_UNCONFIRMED ->
                fields.on(new DeliveryUnconfirmed())
                        .with("code_version", code.version())
                        .with("dispatch", delivery.order().dispatch())
                        .with("expires_at", known(code.expiresAt(), "expires_at"))
                        .done();
            case USER_ACTION_AWAITED -> {
                NextAction action = NextAction.follow(
                        delivery.account(), verification.request().locale());
                yield fields.on(new UserActionAwaited())
                        .with("reason", String.valueOf(delivery.reason()))
                        .with("action", action.type())
                        .with("action_url", action.url())
                        .with("wait_until", known(delivery.userAction().waitUntil(), "wait_until"))
                        .done();
            }
            case REQUEUED ->
                fields.on(new DeliveryRequeued())
                        .with("cause", String.valueOf(event.cause()))
                        .with("code_version", code.version())
                        .with("dispatch", delivery.order().dispatch())
                        .done();
            case INCORRECT ->
                fields.on(new IncorrectCodeEntered())
                        .with("attempts_remaining", verification.remaining().tries())
                        .done();
            case SUCCEEDED -> fields.on(new VerificationSucceeded()).done();
            case EXPIRED -> fields.on(new VerificationExpired()).done();
            case EXHAUSTED -> fields.on(new VerificationExhausted()).done();
            case CANCELED -> fields.on(new VerificationCanceled()).done();
            case WRONG_ACCOUNT ->
                fields.on(new ChallengeFromWrongAccount())
                        .with("sender_user_id", String.valueOf(event.cause()))
                        .done();
            case DISPUTED -> fields.on(new VerificationDisputed()).done();
            case FAILED ->
                fields.on(new VerificationFailed())
                        .with("reason", String.valueOf(verification.reason()))
                        .done();
        };
    }

    /** Without a message it is the end of the challenge. */
    private static Instant sendDeadline(Verification verification) {
        Challenge challenge = verification.challenge();
        return verification.isQueued() || challenge == null
                ? verification.delivery().order().deadline()
                : challenge.expiresAt();
    }

    private static VerificationRequested order(VerificationEvent event) {
        Verification verification = event.verification();
        Request request = verification.request();
        Delivery delivery = verification.delivery();
        VerificationRequested.Builder order = VerificationRequested.newBuilder()
                .setVerificationId(verification.id().value())
                .setDispatch(delivery.order().dispatch())
                .setTenant(request.tenant())
                .setAccount(delivery.account().name())
                .setTargetHandle(EventFields.handle(verification))
                .setTargetUserId(EventFields.userId(verification))
                .setLocale(request.locale())
                .setSendDeadline(delivery.order().deadline())
                .setReportDeadline(delivery.order().reportDeadline())
                .setRequestedAt(event.at());
        return (delivery.order().isLookUp() ? lookUp(order) : message(order, verification)).build();
    }

    private static VerificationRequested.Builder lookUp(VerificationRequested.Builder order) {
        return order.setKind(OrderKind.LOOK_UP)
                .setKeyId("")
                .setCodeVersion(0)
                .setCodeDigits(0)
                .setCodeLifeSeconds(0);
    }

    private static VerificationRequested.Builder message(
            VerificationRequested.Builder order, Verification verification) {
        Code code = verification.code();
        boolean again = verification.delivery().order().again();
        Terms terms = verification.request().terms();
        return order.setPurpose(verification.request().purpose())
                .setTemplate((terms == null ? Template.STANDARD : terms.template()).wire())
                .setKeyId(code.keyId())
                .setCodeVersion(code.version())
                .setCodeDigits(code.digits())
                .setCodeLifeSeconds((int) code.life().toSeconds())
                .setAgain(again)
                .setCodeExpiresAt(again ? code.expiresAt() : null);
    }

    private static Instant known(@Nullable Instant instant, String what) {
        return Objects.requireNonNull(instant, what);
    }
}
