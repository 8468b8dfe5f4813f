package com.dmverify.api.verification;

import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The name of a verification: {@code ver_} and 26 characters of Crockford's Base32, 130 random bits.
 *
 * @param value the whole text
 */
public record VerificationId(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    /** 32^3 combinations: one of them fits but for a chance that is none. */
    private static final int REDRAWN = 3;

    private static final Pattern SHAPE = Pattern.compile("ver_[" + ALPHABET + "]{" + LENGTH + "}");

    public VerificationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A verification id looks like ver_ and 26 letters and digits");
        }
    }

    /** Whether this text is an id. */
    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** A new one: 130 random bits. */
    public static VerificationId random(SecureRandom random) {
        return random(random, any -> true);
    }

    /**
     * A new one with a property: its last characters are drawn until it has it.
     *
     * @param fits true for about one id in 64 or more; the id has then 124 random bits at least
     */
    public static VerificationId random(SecureRandom random, Predicate<VerificationId> fits) {
        StringBuilder text = new StringBuilder("ver_");
        for (int i = 0; i < LENGTH; i++) {
            text.append(letter(random));
        }
        VerificationId drawn = new VerificationId(text.toString());
        while (!fits.test(drawn)) {
            for (int i = text.length() - REDRAWN; i < text.length(); i++) {
                text.setCharAt(i, letter(random));
            }
            drawn = new VerificationId(text.toString());
        }
        return drawn;
    }

    private static char letter(SecureRandom random) {
        return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
