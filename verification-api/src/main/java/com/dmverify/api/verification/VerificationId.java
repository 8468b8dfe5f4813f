package com.dmverify.api.verification;

import java.security.SecureRandom;
import java.util.function.Predicate;

/**
 * The name of a verification: {@code ver_} and 26 characters of Crockford's Base32, 130 random bits.
 *
 * @param value the whole text
 */
public record VerificationId(String value) {

    private static final String PREFIX = "ver_";
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int LENGTH = 26;

    /** So many of the last characters vary until the id fits: 32,768 combinations, of which some surely do. */
    private static final int VARIED = 3;

    public VerificationId {
        if (!isId(value)) {
            throw new IllegalArgumentException("A verification id looks like ver_ and 26 letters and digits");
        }
    }

    /** Whether this text is an id. */
    public static boolean isId(String text) {
        if (text.length() != PREFIX.length() + LENGTH || !text.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A new one: 130 random bits. */
    public static VerificationId random(SecureRandom random) {
        return random(random, any -> true);
    }

    /**
     * A new one with a property: its last characters vary until it has it.
     *
     * @param fits tells of the text whether it has the property; true for about one in 64 or more, so that 124 random bits stay
     */
    public static VerificationId random(SecureRandom random, Predicate<String> fits) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        StringBuilder text = new StringBuilder(PREFIX);
        for (byte value : bytes) {
            text.append(letter(value));
        }
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        String drawn = text.toString();
        for (int step = 1; !fits.test(drawn); step++) {
            for (int i = 0; i < VARIED; i++) {
                text.setCharAt(text.length() - 1 - i, letter((first + step) >> (i * BITS)));
            }
            drawn = text.toString();
        }
        return new VerificationId(drawn);
    }

    private static char letter(int value) {
        return ALPHABET.charAt(value & (ALPHABET.length() - 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
