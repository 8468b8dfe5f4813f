package com.dmverify.api.store;

import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.VerificationId;
import org.jspecify.annotations.Nullable;

/**
 * A verification that is about to begin.
 *
 * @param account the sending account
 * @param keyId the key that derives its first code
 * @param digest what the state keeps of that code
 * @param consent what the platform says of the user's consent
 * @param key under which the request can be repeated; null if it cannot
 */
public record NewVerification(
        VerificationId id,
        Request request,
        Target target,
        SendingAccount account,
        String keyId,
        String digest,
        @Nullable Consent consent,
        @Nullable RequestKey key) {

    /**
     * The consent that the platform took; X wants automated messages to go only to people who asked.
     *
     * @param at when, ISO 8601
     * @param textVersion which text the user agreed to
     */
    public record Consent(String at, String textVersion) {}
}
