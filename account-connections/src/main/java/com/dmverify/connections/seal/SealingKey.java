package com.dmverify.connections.seal;

import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One AES-256 key.
 *
 * @param id is stored in clear text before everything that the key sealed
 */
public record SealingKey(String id, SecretKey key) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int BYTES = 32;

    /** Refuses an id that could not be separated from the ciphertext, with {@link IllegalArgumentException}. */
    public SealingKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a sealing key is 1 to 32 letters, digits, - or _");
        }
    }

    /** Reads Base64 of exactly 32 bytes, as {@code openssl rand -base64 32} writes it. */
    public static SealingKey ofBase64(String id, String secret) {
        byte[] bytes = decoded(id, secret);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("sealing key '" + id + "' has " + bytes.length + " bytes, not 32");
        }
        return new SealingKey(id, new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public String toString() {
        return "SealingKey[id=" + id + ", key masked]";
    }

    private static byte[] decoded(String id, String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause: its message quotes the secret.
            throw new IllegalArgumentException("sealing key '" + id + "' is not Base64");
        }
    }
}
