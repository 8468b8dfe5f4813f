package com.dmverify.connections.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The OAuth 2.0 app of an account.
 *
 * @param clientId as X's developer portal shows it; blank counts as absent
 * @param clientSecret of a confidential app; absent or blank for a public one
 */
record OAuth2Properties(@Nullable String clientId, @Nullable String clientSecret) {

    boolean given() {
        return clientId != null && !clientId.isBlank();
    }

    boolean confidential() {
        return clientSecret != null && !clientSecret.isBlank();
    }

    @Override
    public String toString() {
        return "OAuth2Properties[clientId=" + clientId + ", secret masked]";
    }
}
