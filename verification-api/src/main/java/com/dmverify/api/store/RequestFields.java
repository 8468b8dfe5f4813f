package com.dmverify.api.store;

import com.dmverify.api.policy.Terms;
import com.dmverify.api.verification.Consent;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Request;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored fields of what a platform asked for. */
final class RequestFields {

    static final Set<String> NAMES =
            Set.of("tenant", "mode", "locale", "purpose", "reference", "test", "policy", "consent_at", "consent_text");

    private RequestFields() {}

    static void write(Request request, FieldWriter out) {
        out.text("tenant", request.tenant());
        out.text("mode", request.mode() == Mode.DM_OUT ? null : request.mode().wire());
        out.text("locale", request.locale());
        out.text("purpose", request.purpose());
        out.text("reference", request.reference());
        if (request.isTest()) {
            out.number("test", 1);
        }
        out.text("policy", request.terms() == null ? null : request.terms().text());
        out.texts(VerificationFields.METADATA, request.metadata());
        Consent consent = request.consent();
        if (consent != null) {
            out.text("consent_at", consent.at());
            out.text("consent_text", consent.textVersion());
        }
    }

    static Request read(FieldReader fields, Map<String, String> metadata) {
        return new Request(
                fields.text("tenant"),
                fields.optional("mode") == null ? Mode.DM_OUT : Mode.ofWire(fields.text("mode")),
                fields.text("locale"),
                fields.optional("purpose"),
                fields.optional("reference"),
                metadata,
                consent(fields),
                fields.optional("test") != null,
                fields.map("policy", Terms::read));
    }

    private static @Nullable Consent consent(FieldReader fields) {
        String at = fields.optional("consent_at");
        return at == null ? null : new Consent(at, fields.text("consent_text"));
    }
}
