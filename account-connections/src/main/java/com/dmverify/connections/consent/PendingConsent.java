package com.dmverify.connections.consent;

/**
 * A consent that was started and has no callback yet.
 *
 * @param account by its name in the configuration
 * @param verifier PKCE's secret (RFC 7636)
 * @param browser the secret in the cookie of the operator's browser
 */
record PendingConsent(String account, String verifier, String browser) {

    @Override
    public String toString() {
        return "PendingConsent[account=" + account + ", secrets masked]";
    }
}
