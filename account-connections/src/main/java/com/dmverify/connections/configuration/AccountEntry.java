package com.dmverify.connections.configuration;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an account that this module uses; dm-sender has others.
 *
 * @param handle of the account, for display
 * @param userId X's numeric id of the account that has to consent
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

    /**
     * Whether handle and user id are given. dm-sender reports an account without them; the other accounts are not
     * affected.
     */
    boolean canBeConnected() {
        return wantsConsent() && isGiven(handle) && isGiven(userId);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
