package com.dmverify.api.verification;

/**
 * A verification that is about to begin.
 *
 * @param account the sending account
 * @param keyId the key that derives its first code
 */
public record NewVerification(
        VerificationId id, Request request, Target target, SendingAccount account, String keyId) {}
