package com.dmverify.sandbox.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes random tokens. */
public final class RandomTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    /** Returns this many random bytes as unpadded base64url. */
    public static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
