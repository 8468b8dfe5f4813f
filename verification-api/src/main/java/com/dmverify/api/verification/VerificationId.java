package com.dmverify.api.verification;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The name of a verification: {@code ver_} and 26 characters of Crockford's Base32, 130 random bits.
 *
 * @param value the whole text
 */
public record VerificationId(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final Pattern SHAPE = Pattern.compile("ver_[" + ALPHABET + "]{" + LENGTH + "}");

    public VerificationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A verification id looks like ver_ and 26 letters and digits");
        }
    }

    /** A new one that nobody can guess. */
    public static VerificationId random(SecureRandom random) {
        StringBuilder text = new StringBuilder("ver_");
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new VerificationId(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
