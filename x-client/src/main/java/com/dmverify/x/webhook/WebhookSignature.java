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
 * The seal of one app on what X delivers, and the answer to X's challenge. Both are made with the same key, so whoever
 * answers challenges of any content signs forgeries: only text that cannot be an event is ever answered.
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
            throw new IllegalArgumentException("a seal needs the app's consumer secret");
        }
        this.key = new SecretKeySpec(consumerSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Whether X sealed these bytes; takes the same time for every wrong signature. Says nothing of when: a genuine
     * delivery can be replayed.
     *
     * @param rawBody as received: parsed and written again it no longer fits
     * @param signatureHeader {@code x-twitter-webhooks-signature}, or null
     */
    public boolean matches(byte[] rawBody, @Nullable String signatureHeader) {
        return signatureHeader != null
                && MessageDigest.isEqual(
                        sign(rawBody).getBytes(StandardCharsets.UTF_8),
                        signatureHeader.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether X may have made this token. */
    public boolean isPlausibleCrcToken(String crcToken) {
        return CRC_TOKEN.matcher(crcToken).matches();
    }

    /**
     * The {@code response_token} for a challenge. Throws {@link IllegalArgumentException} for an implausible token.
     *
     * @param crcToken decoded exactly once
     */
    public String crcResponse(String crcToken) {
        if (!isPlausibleCrcToken(crcToken)) {
            throw new IllegalArgumentException("not a CRC token of X");
        }
        return sign(crcToken.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of these bytes, {@code sha256=…}: for tests and for checking; never show it to a stranger. */
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
