package com.dmverify.x.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A request with a signature from an independent source. */
record Vector(
        String source,
        String method,
        String url,
        String form,
        List<Parameter> protocol,
        String consumerSecret,
        String tokenSecret,
        String signature) {

    static Vector of(String source, String method, String url) {
        return new Vector(source, method, url, "", List.of(), "", "", "");
    }

    Vector form(String encoded) {
        return new Vector(source, method, url, encoded, protocol, consumerSecret, tokenSecret, signature);
    }

    Vector app(String key, String secret) {
        return new Vector(source, method, url, form, plus("oauth_consumer_key", key), secret, tokenSecret, signature);
    }

    Vector token(String token, String secret) {
        return new Vector(source, method, url, form, plus("oauth_token", token), consumerSecret, secret, signature);
    }

    Vector at(String nonce, long timestamp) {
        return with("oauth_nonce", nonce)
                .with("oauth_timestamp", Long.toString(timestamp))
                .with("oauth_signature_method", "HMAC-SHA1");
    }

    Vector version1() {
        return with("oauth_version", "1.0");
    }

    Vector with(String name, String value) {
        return new Vector(source, method, url, form, plus(name, value), consumerSecret, tokenSecret, signature);
    }

    Vector gives(String expected) {
        return new Vector(source, method, url, form, protocol, consumerSecret, tokenSecret, expected);
    }

    String compute() {
        List<Parameter> all = new ArrayList<>(protocol);
        URI uri = URI.create(url);
        all.addAll(Parameter.parse(uri.getRawQuery()));
        all.addAll(Parameter.parse(form));
        return new HmacSha1(consumerSecret, tokenSecret).sign(BaseString.of(method, uri, all));
    }

    @Override
    public String toString() {
        return source + ": " + method + " " + url;
    }

    private List<Parameter> plus(String name, String value) {
        List<Parameter> more = new ArrayList<>(protocol);
        more.add(new Parameter(name, value));
        return more;
    }
}
