package com.dmverify.connections.consent;

import java.net.URI;

/**
 * The redirect of an operator's browser to X.
 *
 * @param consentPage at X
 * @param browser a secret that the browser keeps in a cookie and returns
 */
public record ConsentRedirect(URI consentPage, String browser) {

    @Override
    public String toString() {
        return "Departure[masked]";
    }
}
