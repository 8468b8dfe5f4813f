package com.dmverify.api.verification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform asked for and gets back as it gave it.
 *
 * @param tenant the platform
 * @param mode how control is proven
 * @param locale BCP 47, the language of the message
 * @param purpose what the user confirms, shown in the message
 * @param reference the platform's own label for the verification
 * @param metadata the platform's own key-values
 * @param consent that the platform took; null if it says nothing of it
 */
public record Request(
        String tenant,
        Mode mode,
        String locale,
        @Nullable String purpose,
        @Nullable String reference,
        Map<String, String> metadata,
        @Nullable Consent consent) {

    public Request {
        metadata = Map.copyOf(metadata);
    }
}
