package com.dmverify.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secrets of this run, drawn at its start and never stored.
 *
 * @param apiKey the platform's key
 * @param codeKey the key that derives codes, Base64
 */
public record Secrets(String apiKey, String codeKey) {

    static Secrets random() {
        SecureRandom random = new SecureRandom();
        byte[] api = new byte[32];
        byte[] code = new byte[32];
        random.nextBytes(api);
        random.nextBytes(code);
        return new Secrets(
                "dmv_" + Base64.getUrlEncoder().withoutPadding().encodeToString(api),
                Base64.getEncoder().encodeToString(code));
    }

    /** The hash of the key, with which verification-api is configured. */
    String apiKeySha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
