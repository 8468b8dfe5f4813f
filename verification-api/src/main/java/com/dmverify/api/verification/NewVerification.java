package com.dmverify.api.verification;

/**
 * A verification that is about to begin.
 *
 * @param account the sending account
 * @param keyId the key that derives its first code and its challenge
 * @param isSent whether a message is ordered; only a verification with a challenge does without
 */
public record NewVerification(
        VerificationId id, Request request, Target target, SendingAccount account, String keyId, boolean isSent) {

    /** One that orders a message if its mode does. */
    public NewVerification(VerificationId id, Request request, Target target, SendingAccount account, String keyId) {
        this(id, request, target, account, keyId, request.mode().sendsMessage());
    }

    /** The same without a message. */
    public NewVerification withoutMessage() {
        return new NewVerification(id, request, target, account, keyId, false);
    }
}
