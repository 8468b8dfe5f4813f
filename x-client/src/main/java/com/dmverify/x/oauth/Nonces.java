package com.dmverify.x.oauth;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Generates nonces of 128 random bits, as 32 hex digits. */
public final class Nonces implements Supplier<String> {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] nonce = new byte[BYTES];
        random.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
