package com.dmverify.sandbox.oauth2.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange (RFC 7636): the client that exchanges the code proves that it made the challenge. */
public record Pkce(Method method, String challenge) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    /** Reads a challenge; empty if it is invalid. A missing method is {@code plain} (RFC 7636 section 4.3). */
    public static Optional<Pkce> of(String method, String challenge) {
        if (!ALLOWED.matcher(challenge).matches()) {
            return Optional.empty();
        }
        return switch (method) {
            case "S256" -> Optional.of(new Pkce(Method.S256, challenge));
            case "plain", "" -> Optional.of(new Pkce(Method.PLAIN, challenge));
            default -> Optional.empty();
        };
    }

    public boolean isAnsweredBy(String verifier) {
        String expected = method == Method.S256 ? sha256(verifier) : verifier;
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Pkce[" + method + "]";
    }

    /** The challenge method. */
    public enum Method {
        S256,
        PLAIN
    }
}
