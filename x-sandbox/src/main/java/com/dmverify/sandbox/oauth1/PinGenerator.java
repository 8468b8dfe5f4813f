package com.dmverify.sandbox.oauth1;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Generates PINs of seven digits. */
@Component
class PinGenerator {

    private final SecureRandom random = new SecureRandom();

    String next() {
        return String.format(Locale.ROOT, "%07d", random.nextInt(10_000_000));
    }
}
