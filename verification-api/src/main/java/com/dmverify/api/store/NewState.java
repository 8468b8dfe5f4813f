package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.store.NewVerification.Consent;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields with which a verification begins. */
final class NewState {

    private NewState() {}

    static Map<String, String> of(NewVerification verification, Policy policy, Instant now, StateJson json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Request request = verification.request();
        Target target = verification.target();
        Consent consent = verification.consent();
        fields.put("id", verification.id().value());
        fields.put("tenant", request.tenant());
        fields.put("locale", request.locale());
        fields.put("purpose", text(request.purpose()));
        fields.put("reference", text(request.reference()));
        fields.put("metadata", json.write(request.metadata()));
        fields.put("consent_at", consent == null ? "" : consent.at());
        fields.put("consent_text", consent == null ? "" : consent.textVersion());
        fields.put("handle", target.handle() == null ? "" : target.handle().value());
        fields.put("user_id", target.userId() == null ? "" : target.userId().value());
        fields.put("account", verification.account().name());
        fields.put("brand_handle", verification.account().handle().value());
        fields.put("brand_user_id", verification.account().userId().value());
        fields.put("lanes", String.valueOf(verification.account().lanes()));
        fields.put("kid", verification.keyId());
        fields.put("digest", verification.digest());
        fields.put("digits", String.valueOf(policy.codeDigits()));
        fields.put("code_life", String.valueOf(policy.codeLife().toMillis()));
        fields.put("code_version", "1");
        fields.put("tries", String.valueOf(policy.tries()));
        fields.put("sends", String.valueOf(policy.sends() - 1));
        fields.put("resend_at", millis(now.plus(policy.resendAfter())));
        fields.put("created_at", millis(now));
        return fields;
    }

    private static String millis(Instant instant) {
        return String.valueOf(instant.toEpochMilli());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
