package com.dmverify.codes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The code keys that this project has published in its settings for demonstrations. With one of them everyone can derive
 * the code of a verification from its id, so a service that talks to real people refuses to start with it.
 */
public final class DemonstrationKeys {

    /** SHA-256 of the key's bytes. A key that was ever published stays here. */
    private static final Set<String> PUBLISHED = Set.of(
            // docker-compose.yml
            "b8b1f95a49860fd6ee6b657f04a8d031d50b1dcda5b4e571c10fb53ee65e74aa");

    private DemonstrationKeys() {}

    /** Whether this key is one of them, whatever its id. */
    public static boolean isOneOf(CodeKey key) {
        return PUBLISHED.contains(sha256(key.secret().getEncoded()));
    }

    /** The ids of those keys of the ring that are; a key that no longer makes codes still reads the old ones. */
    public static List<String> idsIn(KeyRing ring) {
        return ring.ids().stream().filter(id -> isOneOf(ring.key(id))).sorted().toList();
    }

    private static String sha256(byte[] secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
