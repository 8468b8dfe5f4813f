package com.dmverify.x.oauth;

import com.dmverify.x.OAuth1Credentials;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs requests for one account. JSON and multipart bodies are not part of a signature; query and form are.
 *
 * <p>Thread-safe. Source: RFC 5849, 3; X's page "Authorizing a request".
 */
public final class OAuth1Signer {

    private final OAuth1Credentials credentials;
    private final HmacSha1 hmac;
    private final InstantSource clock;
    private final Supplier<String> nonces;

    /**
     * A signer.
     *
     * @param clock for the time stamp; X refuses one that is minutes wrong
     * @param nonces supplies a new value for every request
     */
    public OAuth1Signer(OAuth1Credentials credentials, InstantSource clock, Supplier<String> nonces) {
        this.credentials = credentials;
        this.hmac = new HmacSha1(credentials.consumerSecret(), credentials.tokenSecret());
        this.clock = clock;
        this.nonces = nonces;
    }

    /**
     * The value of the {@code Authorization} header.
     *
     * @param uri as called, query included
     * @param form the fields of a form body, decoded; empty for any other body
     */
    public String authorization(String method, URI uri, List<Parameter> form) {
        List<Parameter> oauth = protocolParameters();
        List<Parameter> signed = new ArrayList<>(oauth);
        signed.addAll(Parameter.parse(uri.getRawQuery()));
        signed.addAll(form);
        String signature = hmac.sign(BaseString.of(method, uri, signed));
        return Stream.concat(oauth.stream(), Stream.of(new Parameter("oauth_signature", signature)))
                .map(parameter -> parameter.name() + "=\"" + PercentEncoding.encode(parameter.value()) + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private List<Parameter> protocolParameters() {
        return List.of(
                new Parameter("oauth_consumer_key", credentials.consumerKey()),
                new Parameter("oauth_nonce", nonces.get()),
                new Parameter("oauth_signature_method", HmacSha1.NAME),
                new Parameter("oauth_timestamp", Long.toString(clock.instant().getEpochSecond())),
                new Parameter("oauth_token", credentials.token()),
                new Parameter("oauth_version", "1.0"));
    }
}
