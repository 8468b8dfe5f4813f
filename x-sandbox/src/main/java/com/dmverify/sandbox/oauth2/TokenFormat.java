package com.dmverify.sandbox.oauth2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Formats tokens as X does: base64url of random text, the time and the kind ({@code at}, {@code rt}, {@code ac}). */
public final class TokenFormat {

    private TokenFormat() {}

    public static String of(String kind, String random, long millis) {
        String text = random + ':' + millis + ":1:0:" + kind + ":1";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
