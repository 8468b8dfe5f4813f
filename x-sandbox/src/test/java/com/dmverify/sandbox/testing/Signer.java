package com.dmverify.sandbox.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs calls by OAuth 1.0a (RFC 5849), independently of the code under test. */
public record Signer(
        String consumerKey,
        String consumerSecret,
        String token,
        String tokenSecret,
        String nonce,
        long timestamp,
        String separator) {

    private static final Clock CLOCK = Clock.systemUTC();

    /** The current time in seconds since 1970, as in {@code oauth_timestamp}. */
    public static long now() {
        return CLOCK.instant().getEpochSecond();
    }

    public static Signer brand() {
        return new Signer(
                "sandbox-consumer-key",
                "sandbox-consumer-secret",
                "1000000000000000001-sandbox",
                "sandbox-token-secret",
                "",
                0,
                ", ");
    }

    public Signer withToken(String newToken, String newSecret) {
        return new Signer(consumerKey, consumerSecret, newToken, newSecret, nonce, timestamp, separator);
    }

    public Signer withApp(String key, String secret) {
        return new Signer(key, secret, token, tokenSecret, nonce, timestamp, separator);
    }

    public Signer withNonce(String newNonce) {
        return new Signer(consumerKey, consumerSecret, token, tokenSecret, newNonce, timestamp, separator);
    }

    public Signer at(long epochSeconds) {
        return new Signer(consumerKey, consumerSecret, token, tokenSecret, nonce, epochSeconds, separator);
    }

    public Signer separatedBy(String newSeparator) {
        return new Signer(consumerKey, consumerSecret, token, tokenSecret, nonce, timestamp, newSeparator);
    }

    /** The {@code Authorization} header; {@code more} are further oauth parameters, {@code form} a form body. */
    public String header(String method, URI uri, String form, Map<String, String> more) {
        Map<String, String> oauth = new TreeMap<>(more);
        oauth.put("oauth_consumer_key", consumerKey);
        oauth.put("oauth_nonce", nonce.isEmpty() ? UUID.randomUUID().toString().replace("-", "") : nonce);
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", Long.toString(timestamp == 0 ? now() : timestamp));
        oauth.put("oauth_version", "1.0");
        if (!token.isEmpty()) {
            oauth.put("oauth_token", token);
        }
        oauth.put("oauth_signature", signature(method, uri, form, oauth));
        return "OAuth "
                + oauth.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=\"" + encode(entry.getValue()) + "\"")
                        .collect(Collectors.joining(separator));
    }

    private String signature(String method, URI uri, String form, Map<String, String> oauth) {
        List<String> pairs = new ArrayList<>();
        oauth.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : (query + "&" + form).split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] halves = (pair + "=").split("=", -1);
                pairs.add(encode(decode(halves[0])) + "=" + encode(decode(halves[1])));
            }
        }
        String address = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        String base = method + "&" + encode(address) + "&"
                + encode(pairs.stream().sorted().collect(Collectors.joining("&")));
        return hmac(base, encode(consumerSecret) + "&" + encode(tokenSecret));
    }

    private static String hmac(String base, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
