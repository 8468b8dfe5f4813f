package com.dmverify.codes;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One secret key of the ring, with the id that names it in events and in the state. The id is never secret. */
public final class CodeKey {

    static final String HMAC = "HmacSHA256";

    private static final int MINIMUM_LENGTH = 32;

    private final String id;
    private final SecretKey secret;

    /**
     * A key.
     *
     * @param secret at least 32 bytes from a cryptographic random generator
     */
    public CodeKey(String id, byte[] secret) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A code key needs an id");
        }
        if (secret.length < MINIMUM_LENGTH) {
            throw new IllegalArgumentException("Code key '" + id + "' has " + secret.length
                    + " bytes and needs at least " + MINIMUM_LENGTH + ": openssl rand -base64 32");
        }
        this.id = id;
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    /**
     * A key from configuration.
     *
     * @throws IllegalArgumentException if the text is no Base64 or too short; the message never quotes it
     */
    public static CodeKey ofBase64(String id, String secret) {
        return new CodeKey(id, decode(id, secret));
    }

    private static byte[] decode(String id, String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            // Not chained: the decoder's message quotes a character of the secret.
            throw new IllegalArgumentException("Code key '" + id + "' is not Base64: openssl rand -base64 32");
        }
    }

    public String id() {
        return id;
    }

    SecretKey secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "CodeKey[" + id + ", ***]";
    }
}
