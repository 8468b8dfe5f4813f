package com.dmverify.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * Derives codes and challenge tokens: HMAC-SHA256 over the length-prefixed purpose, verification id and code version, truncated without bias.
 * The same three always give the same code, so a redelivered order sends no second one, and no service stores it.
 *
 * <p>Thread-safe.
 */
public final class OneTimeCodes {

    private static final String CODE = "dm-verify/v1";
    private static final String DIGEST = "dm-verify/v1/digest";
    private static final String CHALLENGE = "dm-verify/v1/challenge";

    /** The largest multiple of the number of letters that a byte can hold: bytes from here on would favour some letters. */
    private static final int UNBIASED_BYTES = 256 / ChallengeToken.ALPHABET.length() * ChallengeToken.ALPHABET.length();

    private final KeyRing keys;

    public OneTimeCodes(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * This version of the code of a verification.
     *
     * @param digits 6 to 10
     * @throws UnknownKeyException if the ring lacks the key
     */
    public OneTimeCode derive(String keyId, String verificationId, int codeVersion, int digits) {
        if (digits < OneTimeCode.FEWEST_DIGITS || digits > OneTimeCode.MOST_DIGITS) {
            throw new IllegalArgumentException("A code has " + OneTimeCode.FEWEST_DIGITS + " to "
                    + OneTimeCode.MOST_DIGITS + " digits, not " + digits);
        }
        long codes = Math.powExact(10L, digits);
        for (int round = 0; ; round++) {
            ByteBuffer words = ByteBuffer.wrap(
                    mac(keyId, CODE, verificationId, String.valueOf(codeVersion), String.valueOf(round)));
            while (words.hasRemaining()) {
                long word = words.getLong() & Long.MAX_VALUE;
                if (isUnbiased(word, codes)) {
                    return new OneTimeCode(padded(word % codes, digits));
                }
            }
        }
    }

    /**
     * The challenge token of a verification.
     *
     * @throws UnknownKeyException if the ring lacks the key
     */
    public ChallengeToken challenge(String keyId, String verificationId) {
        StringBuilder letters = new StringBuilder(ChallengeToken.LETTERS);
        for (int round = 0; letters.length() < ChallengeToken.LETTERS; round++) {
            for (byte value : mac(keyId, CHALLENGE, verificationId, String.valueOf(round))) {
                int number = Byte.toUnsignedInt(value);
                if (number < UNBIASED_BYTES && letters.length() < ChallengeToken.LETTERS) {
                    letters.append(ChallengeToken.ALPHABET.charAt(number % ChallengeToken.ALPHABET.length()));
                }
            }
        }
        return ChallengeToken.ofLetters(letters);
    }

    /**
     * What the state keeps instead of the code: useless without the key, and bound to the verification.
     *
     * @throws UnknownKeyException if the ring lacks the key
     */
    public String digest(String keyId, String verificationId, OneTimeCode code) {
        byte[] digest = mac(keyId, DIGEST, verificationId, code.digits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Whether the 63-bit word lies below the last whole multiple of the number of codes. */
    static boolean isUnbiased(long word, long codes) {
        long last = Long.MAX_VALUE - (Long.MAX_VALUE % codes + 1) % codes;
        return word <= last;
    }

    /** ASCII digits whatever the machine's language is: a formatter would take that language's digits. */
    private static String padded(long code, int digits) {
        String text = Long.toString(code);
        return "0".repeat(digits - text.length()) + text;
    }

    private byte[] mac(String keyId, String... parts) {
        try {
            Mac mac = Mac.getInstance(CodeKey.HMAC);
            mac.init(keys.key(keyId).secret());
            for (String part : parts) {
                byte[] bytes = part.getBytes(UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(0, bytes.length)
                        .array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CodeKey.HMAC, e);
        }
    }
}
