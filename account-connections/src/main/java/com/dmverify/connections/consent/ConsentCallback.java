package com.dmverify.connections.consent;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of X's callback (RFC 6749 §4.1.2).
 *
 * @param state of the authorization request
 * @param code absent if the consent was denied
 * @param error present if the consent was denied
 * @param browser the browser's cookie
 */
public record ConsentCallback(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String browser) {

    @Override
    public String toString() {
        return "Return[masked]";
    }
}
