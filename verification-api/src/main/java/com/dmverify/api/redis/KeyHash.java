package com.dmverify.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hashes of texts, so that no key name holds what a caller wrote, and no two lists of texts have one name. */
public final class KeyHash {

    private static final byte[] ABSENT = {0};
    private static final byte[] PRESENT = {1};

    private KeyHash() {}

    /** SHA-256 of the texts in their order, each with its length, in hexadecimal digits. */
    public static String of(@Nullable String... texts) {
        MessageDigest sha256 = sha256();
        for (String text : texts) {
            if (text == null) {
                sha256.update(ABSENT);
            } else {
                byte[] bytes = text.getBytes(UTF_8);
                sha256.update(PRESENT);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                sha256.update(bytes);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The same for a list. */
    public static String of(List<@Nullable String> texts) {
        return of(texts.toArray(String[]::new));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
