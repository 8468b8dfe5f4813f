package com.dmverify.sandbox.signature;

import com.dmverify.sandbox.http.Call;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Checks the signature, the timestamp and the nonce of a request. */
@Component
public class Signatures {

    private final Nonces nonces;
    private final Duration window;

    Signatures(Nonces nonces, SignatureProperties properties) {
        this.nonces = nonces;
        this.window = properties.timestampWindow();
    }

    public boolean isValid(Call call, OAuthHeader header, String consumerSecret, String tokenSecret) {
        String version = header.parameters().first("oauth_version").orElse("1.0");
        if (!header.get("oauth_signature_method").equals(HmacSha1.METHOD) || !version.equals("1.0")) {
            return false;
        }
        String expected = HmacSha1.sign(SignatureBase.of(call, header), consumerSecret, tokenSecret);
        return HmacSha1.same(expected, header.get("oauth_signature"));
    }

    public boolean isCurrent(OAuthHeader header, Instant now) {
        try {
            long seconds = Long.parseLong(header.get("oauth_timestamp"));
            return Math.abs(Math.subtractExact(now.getEpochSecond(), seconds)) <= window.toSeconds();
        } catch (ArithmeticException | NumberFormatException absurd) {
            return false;
        }
    }

    /** Returns true for the first use of this nonce with this token. */
    public boolean isFirstUse(OAuthHeader header) {
        return nonces.take(
                header.get("oauth_nonce") + ' ' + header.get("oauth_timestamp") + ' ' + header.get("oauth_token"));
    }
}
