package com.dmverify.x.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signature of webhook deliveries of one app, and computes the response to a CRC check. X uses the same
 * key and algorithm for both, so a receiver that answers arbitrary CRC tokens signs forged deliveries. Only a token
 * that cannot be an event is answered.
 *
 * <p>Thread-safe. Source: X's pages "Securing webhooks" and "Webhooks quickstart".
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    /** Base64 of either alphabet, which no JSON object can be. */
    private static final Pattern CRC_TOKEN = Pattern.compile("[A-Za-z0-9+/=_-]{16,128}");

    private final SecretKeySpec key;

    /** Takes the app's consumer secret; refuses an empty one with {@link IllegalArgumentException}. */
    public WebhookSignature(String consumerSecret) {
        if (consumerSecret.isBlank()) {
            throw new IllegalArgumentException("a webhook signature needs the app's consumer secret");
        }
        this.key = new SecretKeySpec(consumerSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Whether X signed these bytes. Takes the same time for every wrong signature. Does not detect a replay of a
     * genuine delivery.
     *
     * @param rawBody as received: JSON that was parsed and written again has another signature
     * @param signatureHeader {@code x-twitter-webhooks-signature}, or null
     */
    public boolean matches(byte[] rawBody, @Nullable String signatureHeader) {
        return signatureHeader != null
                && MessageDigest.isEqual(
                        sign(rawBody).getBytes(StandardCharsets.UTF_8),
                        signatureHeader.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the token has the form of X's CRC tokens. */
    public boolean isPlausibleCrcToken(String crcToken) {
        return CRC_TOKEN.matcher(crcToken).matches();
    }

    /**
     * The {@code response_token} of a CRC check. Throws {@link IllegalArgumentException} for an implausible token.
     *
     * @param crcToken decoded exactly once
     */
    public String crcResponse(String crcToken) {
        if (!isPlausibleCrcToken(crcToken)) {
            throw new IllegalArgumentException("not a CRC token of X");
        }
        return sign(crcToken.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of these bytes, {@code sha256=…}: for tests. Never show it to callers. */
    public String sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return PREFIX + Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[masked]";
    }
}
