package com.dmverify.benchmarks.sign;

import com.dmverify.benchmarks.deployment.Sandbox;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import oauth.signpost.AbstractOAuthConsumer;
import oauth.signpost.exception.OAuthException;
import oauth.signpost.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Signpost, as its users use it: a consumer that is made once and signs a request object for each call. */
final class SignpostSignatures implements Signatures {

    private final Consumer consumer = new Consumer();

    SignpostSignatures() {
        consumer.setTokenWithSecret(Sandbox.BRAND.token(), Sandbox.BRAND.tokenSecret());
    }

    @Override
    public String name() {
        return "signpost-core";
    }

    @Override
    public String header(URI uri) {
        Request request = new Request(uri, new HashMap<>());
        try {
            consumer.sign((Object) request);
        } catch (OAuthException e) {
            throw new IllegalStateException("Signpost does not sign", e);
        }
        return request.getHeader("Authorization");
    }

    private static final class Consumer extends AbstractOAuthConsumer {

        private static final long serialVersionUID = 1;

        Consumer() {
            super(Sandbox.BRAND.consumerKey(), Sandbox.BRAND.consumerSecret());
        }

        @Override
        protected HttpRequest wrap(Object request) {
            return (HttpRequest) request;
        }
    }

    /** The least that signpost asks of a request. */
    private record Request(URI uri, Map<String, String> headers) implements HttpRequest {

        @Override
        public String getMethod() {
            return "POST";
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
        public @Nullable InputStream getMessagePayload() {
            return null;
        }

        @Override
        public String getContentType() {
            return "application/json";
        }

        @Override
        public Object unwrap() {
            return this;
        }
    }
}
