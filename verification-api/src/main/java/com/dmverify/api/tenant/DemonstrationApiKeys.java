package com.dmverify.api.tenant;

import java.util.Set;

/** Hashes of the API keys that this project has published for demonstrations. A published key stays in the list. */
final class DemonstrationApiKeys {

    private static final Set<String> PUBLISHED = Set.of(
            // docker-compose.yml
            "b40918c5611b0f2ab2a9910e892aa98ae52b0120552ac424424411a2b7ca914a");

    private DemonstrationApiKeys() {}

    static boolean isOne(String sha256) {
        return PUBLISHED.contains(sha256);
    }
}
