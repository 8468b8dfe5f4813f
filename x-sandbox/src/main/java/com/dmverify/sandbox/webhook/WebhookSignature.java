package com.dmverify.sandbox.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** X's signature on what it sends: {@code sha256=} and the base64 of HMAC-SHA256 with the app's consumer secret. */
public final class WebhookSignature {

    static final String HEADER = "x-twitter-webhooks-signature";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    public static String of(String consumerSecret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(consumerSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    public static String of(String consumerSecret, String text) {
        return of(consumerSecret, text.getBytes(StandardCharsets.UTF_8));
    }
}
