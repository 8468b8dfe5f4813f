package com.dmverify.connections.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts texts with AES-256-GCM (NIST SP 800-38D): {@code <key id>.<Base64url of nonce and ciphertext>}. The key
 * under which a text is stored is its associated data, so that one account's tokens cannot be stored as another's.
 * Thread-safe.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    public Seal(SealingKeys keys) {
        this.keys = keys;
    }

    /** The sealed text; different at each call. */
    public String seal(String text, String place) {
        SealingKey key = keys.current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(text.getBytes(UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /**
     * The decrypted text.
     *
     * @throws BrokenSealException if its key is not configured, or it was sealed for another place, or changed
     */
    public String open(String sealed, String place) {
        int dot = sealed.indexOf('.');
        String id = sealed.substring(0, Math.max(dot, 0));
        SealingKey key = keys.find(id)
                .orElseThrow(() -> new BrokenSealException("sealed with a key that is not configured: '" + id + "'"));
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(both, NONCE_BYTES, Math.max(both.length - NONCE_BYTES, 0));
            return new String(text, UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new BrokenSealException("not what key '" + id + "' sealed for this place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
