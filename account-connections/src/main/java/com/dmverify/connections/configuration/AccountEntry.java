package com.dmverify.connections.configuration;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What concerns us of an account in the configuration; the rest is its sender's.
 *
 * @param handle of the account, for people
 * @param userId X's numeric id: who has to consent
 * @param baseUrl of X's API for this account; dm-verify.x.base-url if absent
 * @param oauth2 absent if the account needs no consent
 */
record AccountEntry(
        @Nullable String handle,
        @Nullable String userId,
        @Nullable URI baseUrl,
        @Nullable OAuth2Properties oauth2) {

    boolean wantsConsent() {
        return oauth2 != null && oauth2.given();
    }

    /** Not without saying who has to consent: such an account is in trouble at its sender, and harms no other here. */
    boolean canBeConnected() {
        return wantsConsent() && isGiven(handle) && isGiven(userId);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
