package com.dmverify.api.store;

import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.UserId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored fields of the two proofs, code and challenge. */
final class ProofFields {

    static final Set<String> NAMES = Set.of(
            "kid",
            "code_version",
            "digits",
            "code_life",
            "expires_at",
            "challenge_kid",
            "challenge_expires_at",
            "challenge_written_at",
            "claimant");

    private ProofFields() {}

    static void write(Code code, FieldWriter out) {
        out.text("kid", code.keyId());
        out.number("code_version", code.version());
        out.number("digits", code.digits());
        out.number("code_life", code.life().toMillis());
        out.time("expires_at", code.expiresAt());
    }

    static void write(@Nullable Challenge challenge, FieldWriter out) {
        if (challenge != null) {
            out.text("challenge_kid", challenge.keyId());
            out.time("challenge_expires_at", challenge.expiresAt());
            out.time("challenge_written_at", challenge.writtenAt());
            out.text(
                    "claimant",
                    challenge.claimant() == null ? null : challenge.claimant().value());
        }
    }

    static Code code(FieldReader fields) {
        return new Code(
                fields.text("kid"),
                fields.number("code_version"),
                fields.number("digits"),
                Duration.ofMillis(Long.parseLong(fields.text("code_life"))),
                fields.optionalTime("expires_at"));
    }

    static @Nullable Challenge challenge(FieldReader fields) {
        return fields.optional("challenge_kid") == null
                ? null
                : new Challenge(
                        fields.text("challenge_kid"),
                        fields.time("challenge_expires_at"),
                        fields.optionalTime("challenge_written_at"),
                        fields.map("claimant", UserId::new));
    }
}
