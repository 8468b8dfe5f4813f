package com.dmverify.x.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** X's only signature method. Source: RFC 5849, 3.4.2. */
final class HmacSha1 {

    static final String NAME = "HMAC-SHA1";

    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    /** A request without a token has an empty token secret; the ampersand stays. */
    HmacSha1(String consumerSecret, String tokenSecret) {
        String text = PercentEncoding.encode(consumerSecret) + "&" + PercentEncoding.encode(tokenSecret);
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), ALGORITHM);
    }

    String sign(String baseString) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
