package com.dmverify.sandbox.signature;

import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The signature base string (RFC 5849 section 3.4.1): method, URL as requested, and all parameters of query, form
 * and header. JSON and multipart bodies are not part of it.
 */
final class SignatureBase {

    private SignatureBase() {}

    static String of(Call call, OAuthHeader header) {
        List<Encoded> all = new ArrayList<>();
        call.query().forEach(parameter -> all.add(Encoded.of(parameter)));
        call.form().forEach(parameter -> all.add(Encoded.of(parameter)));
        for (Parameter parameter : header.parameters()) {
            if (!parameter.name().equals("oauth_signature") && !parameter.name().equals("realm")) {
                all.add(Encoded.of(parameter));
            }
        }
        Collections.sort(all);
        StringBuilder parameters = new StringBuilder(256);
        for (Encoded parameter : all) {
            parameters
                    .append(parameters.isEmpty() ? "" : "&")
                    .append(parameter.name)
                    .append('=')
                    .append(parameter.value);
        }
        return call.method().toUpperCase(Locale.ROOT)
                + '&'
                + PercentEncoding.encode(address(call))
                + '&'
                + PercentEncoding.encode(parameters.toString());
    }

    /** Scheme and host in lower case, a non-default port, and the path as sent. */
    private static String address(Call call) {
        URI uri = call.uri();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = call.header("host").orElse(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
        String ownPort = scheme.equals("https") ? ":443" : ":80";
        String authority = host.endsWith(ownPort) ? host.substring(0, host.length() - ownPort.length()) : host;
        return scheme + "://" + authority + uri.getRawPath();
    }

    private record Encoded(String name, String value) implements Comparable<Encoded> {

        static Encoded of(Parameter parameter) {
            return new Encoded(PercentEncoding.encode(parameter.name()), PercentEncoding.encode(parameter.value()));
        }

        @Override
        public int compareTo(Encoded other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : value.compareTo(other.value);
        }
    }
}
