package com.dmverify.x.oauth;

import com.dmverify.x.OAuth1Credentials;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import oauth.signpost.AbstractOAuthConsumer;
import oauth.signpost.exception.OAuthException;
import oauth.signpost.http.HttpRequest;

/** An independent implementation of OAuth 1.0a, with a given nonce and time. */
final class SignpostConsumer extends AbstractOAuthConsumer {

    private static final long serialVersionUID = 1;

    private final String nonce;
    private final long timestamp;

    SignpostConsumer(OAuth1Credentials credentials, String nonce, long timestamp) {
        super(credentials.consumerKey(), credentials.consumerSecret());
        setTokenWithSecret(credentials.token(), credentials.tokenSecret());
        this.nonce = nonce;
        this.timestamp = timestamp;
    }

    /** The header it would send. */
    String authorization(String method, URI uri, String form) {
        SentRequest request = new SentRequest(method, uri, form, new HashMap<>());
        try {
            sign((Object) request);
        } catch (OAuthException e) {
            throw new AssertionError(e);
        }
        return request.getHeader("Authorization");
    }

    @Override
    protected HttpRequest wrap(Object request) {
        return (HttpRequest) request;
    }

    @Override
    protected String generateNonce() {
        return nonce;
    }

    @Override
    protected String generateTimestamp() {
        return Long.toString(timestamp);
    }

    private record SentRequest(String method, URI uri, String form, Map<String, String> headers)
            implements HttpRequest {
        @Override
        public String getMethod() {
            return method;
        }

        @Override
        public String getRequestUrl() {
            return uri.toString();
        }

        @Override
        public void setRequestUrl(String url) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        @Override
        public String getHeader(String name) {
            return headers.getOrDefault(name, "");
        }

        @Override
        public Map<String, String> getAllHeaders() {
            return headers;
        }

        @Override
        public InputStream getMessagePayload() {
            return new ByteArrayInputStream(form.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public String getContentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        public Object unwrap() {
            return this;
        }
    }
}
