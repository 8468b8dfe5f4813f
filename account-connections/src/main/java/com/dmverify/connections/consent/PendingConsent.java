package com.dmverify.connections.consent;

/**
 * An operator who was sent to X and has not come back yet.
 *
 * @param account by its name in the configuration
 * @param verifier PKCE's secret (RFC 7636)
 * @param browser the secret that only the operator's browser has, as a cookie
 */
record PendingConsent(String account, String verifier, String browser) {

    @Override
    public String toString() {
        return "PendingConsent[account=" + account + ", secrets masked]";
    }
}
