package com.dmverify.cli.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An API key. Its text is a secret and stays out of {@code toString}.
 *
 * @param text what the tenant sends
 */
record ApiKey(String text) {

    /** 256 random bits: trying cannot find them, so a plain SHA-256 keeps them. */
    private static final int RANDOM_BYTES = 32;

    /**
     * A new one.
     *
     * @param isTest whether its text says so, for people: what it may do follows from the configuration
     */
    static ApiKey random(SecureRandom random, boolean isTest) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new ApiKey((isTest ? "dmv_test_" : "dmv_live_")
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** In lower-case hexadecimal digits, as the configuration of verification-api has it. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ApiKey[" + sha256() + "]";
    }
}
