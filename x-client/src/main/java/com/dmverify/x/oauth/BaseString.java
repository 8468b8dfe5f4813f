package com.dmverify.x.oauth;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The signature base string. Source: RFC 5849, 3.4.1; X's page "Creating a signature". */
final class BaseString {

    private BaseString() {}

    /**
     * The base string.
     *
     * @param uri as called: the host is signed, so {@code api.x.com} and {@code api.twitter.com} have different
     *     signatures. The query is ignored
     * @param parameters all of them, decoded: query, form and {@code oauth_*}
     */
    static String of(String method, URI uri, List<Parameter> parameters) {
        return method.toUpperCase(Locale.ROOT)
                + "&"
                + PercentEncoding.encode(baseUrl(uri))
                + "&"
                + PercentEncoding.encode(Parameter.normalized(parameters));
    }

    private static String baseUrl(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri.getPort()) + path;
    }

    private static String port(String scheme, int port) {
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return usual ? "" : ":" + port;
    }
}
