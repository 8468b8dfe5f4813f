package com.dmverify.api.request.web;

import com.dmverify.api.challenge.ShownChallenge;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.Verification;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verification as the platform sees it. */
record VerificationResource(
        String id,
        String status,
        @Nullable String reason,
        String mode,
        TargetResource target,

        @Schema(description = "The message with the code; null if none is sent: in dm_in, and in auto over the limits")
        @Nullable
        DeliveryResource delivery,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What the person sends; left out in dm_out")
        @Nullable
        ChallengeResource challenge,

        @Schema(description = "The purpose as the person reads it: made harmless, and never shortened") @Nullable
        String purposeSent,

        int attemptsRemaining,
        ResendResource resend,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant endedAt,
        @Nullable String reference,
        Map<String, String> metadata,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        @Schema(description = "True if a test key started it; left out otherwise")
        boolean test) {

    /**
     * The verification, and when its message will probably leave.
     *
     * @param eta null if that is not known, or no message is queued
     * @param challenge null if it has none
     * @param now whether the person has been asked to look for the message depends on it
     */
    static VerificationResource of(
            Verification verification, @Nullable Instant eta, @Nullable ShownChallenge challenge, Instant now) {
        return new VerificationResource(
                verification.id().value(),
                verification.status().wire(),
                verification.reason(),
                verification.request().mode().wire(),
                TargetResource.of(verification.target()),
                verification.delivery().status() == DeliveryStatus.NONE
                        ? null
                        : DeliveryResource.of(verification, eta, now),
                challenge == null ? null : ChallengeResource.of(challenge),
                verification.request().purposeSent(),
                verification.remaining().tries(),
                new ResendResource(
                        verification.remaining().sends(),
                        verification.remaining().nextSendAt()),
                verification.createdAt(),
                verification.expiresAt(),
                verification.verifiedAt(),
                verification.endedAt(),
                verification.request().reference(),
                verification.request().metadata(),
                verification.request().isTest());
    }

    /** Both names of the account, as far as they are known. */
    record TargetResource(
            @Nullable String handle,
            @Nullable String userId,

            @Schema(description = "When X last said that this id has this handle; null while only you said so")
            @Nullable
            Instant handleAsOf) {

        static TargetResource of(Target target) {
            return new TargetResource(
                    target.handle() == null ? null : target.handle().value(),
                    target.userId() == null ? null : target.userId().value(),
                    target.handleAsOf());
        }
    }

    /** The message. */
    record DeliveryResource(
            String status,
            Instant deadline,

            @Schema(
                    description =
                            "When a queued message will probably leave, from the account's budget at X and the queue:"
                                    + " an estimate, never a promise. After the deadline: the message will then be missed; offer"
                                    + " another way. Null unless the status is queued, and when it is not known.")
            @Nullable
            Instant eta,

            @Nullable String reason,
            @Nullable NextActionResource nextAction) {

        static DeliveryResource of(Verification verification, @Nullable Instant eta, Instant now) {
            Delivery delivery = verification.delivery();
            boolean waits = delivery.status() == DeliveryStatus.AWAITING_USER_ACTION;
            return new DeliveryResource(
                    delivery.status().wire(),
                    waits && delivery.userAction().waitUntil() != null
                            ? delivery.userAction().waitUntil()
                            : delivery.order().deadline(),
                    eta,
                    delivery.reason(),
                    nextAction(verification, now));
        }

        private static @Nullable NextActionResource nextAction(Verification verification, Instant now) {
            if (verification.delivery().status() == DeliveryStatus.AWAITING_USER_ACTION) {
                return NextActionResource.of(verification);
            }
            return verification.isUnseen(now) ? NextActionResource.ofUnseen(verification) : null;
        }
    }

    /** What the person sends to prove control. */
    record ChallengeResource(
            @Schema(description = "The whole message, in the language of the verification")
            String text,

            @Schema(description = "The part that counts; case, gaps and words around it do not")
            String token,

            @Schema(description = "Opens X's composer with the text in it")
            String composeUrl,

            @Schema(description = "When no message arrives: what to do") @Nullable
            NextActionResource nextAction) {

        static ChallengeResource of(ShownChallenge challenge) {
            NextAction action = challenge.nextAction();
            return new ChallengeResource(
                    challenge.text(),
                    challenge.token(),
                    challenge.composeUrl(),
                    action == null ? null : new NextActionResource(action.type(), action.url(), action.text(), null));
        }
    }

    /** Asking for the message again. */
    record ResendResource(int remaining, Instant availableAt) {}
}
