package com.dmverify.api.verification;

import com.dmverify.api.policy.Template;
import com.dmverify.api.policy.Terms;
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
 * @param terms what it keeps of the profile that it began with; null if an earlier version of this service began it
 */
public record Request(
        String tenant,
        Mode mode,
        String locale,
        @Nullable String purpose,
        @Nullable String reference,
        Map<String, String> metadata,
        @Nullable Consent consent,
        boolean isTest,
        @Nullable Terms terms) {

    private static final String TEST_MARK = ":test";

    public Request {
        metadata = Map.copyOf(metadata);
    }

    /** One that no test key made, without terms of its own. */
    public Request(
            String tenant,
            Mode mode,
            String locale,
            @Nullable String purpose,
            @Nullable String reference,
            Map<String, String> metadata,
            @Nullable Consent consent) {
        this(tenant, mode, locale, purpose, reference, metadata, consent, false, null);
    }

    /** Whose it is: test keys and the other keys of a tenant do not see each other's verifications. */
    public String owner() {
        return owner(tenant, isTest);
    }

    /** The purpose as it is shown; null where the message does not show it. */
    public @Nullable String purposeSent() {
        boolean isBrief = terms != null && terms.template() == Template.BRIEF && !mode.hasChallenge();
        return isBrief ? null : purpose;
    }

    /** The tenant, or its test keys; no tenant has such a name. */
    public static String owner(String tenant, boolean isTest) {
        return isTest ? tenant + TEST_MARK : tenant;
    }
}
