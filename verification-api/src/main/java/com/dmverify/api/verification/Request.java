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
 * @param isTest whether a test key asked: its target is a {@link TestTarget}, and nothing is sent
 */
public record Request(
        String tenant,
        Mode mode,
        String locale,
        @Nullable String purpose,
        @Nullable String reference,
        Map<String, String> metadata,
        @Nullable Consent consent,
        boolean isTest) {

    private static final String TEST_MARK = ":test";

    public Request {
        metadata = Map.copyOf(metadata);
    }

    /** One that no test key made. */
    public Request(
            String tenant,
            Mode mode,
            String locale,
            @Nullable String purpose,
            @Nullable String reference,
            Map<String, String> metadata,
            @Nullable Consent consent) {
        this(tenant, mode, locale, purpose, reference, metadata, consent, false);
    }

    /** Whose it is: test keys and the other keys of a tenant do not see each other's verifications. */
    public String owner() {
        return owner(tenant, isTest);
    }

    /** The tenant, or its test keys; no tenant has such a name. */
    public static String owner(String tenant, boolean isTest) {
        return isTest ? tenant + TEST_MARK : tenant;
    }
}
