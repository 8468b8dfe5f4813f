package com.dmverify.connections.consent;

import java.net.URI;

/**
 * Where an operator's browser goes.
 *
 * @param consentPage at X
 * @param browser a secret for the browser to keep and to bring back
 */
public record Departure(URI consentPage, String browser) {

    @Override
    public String toString() {
        return "Departure[masked]";
    }
}
