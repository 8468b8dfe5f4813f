package com.dmverify.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The name and secret of {@code Authorization: Basic}, percent-decoded. */
public record BasicCredentials(String name, String secret) {

    private static final String SCHEME = "Basic ";

    public static Optional<BasicCredentials> of(Call call) {
        return call.header("authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> decode(header.substring(SCHEME.length()).strip()));
    }

    private static Optional<BasicCredentials> decode(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(
                            Parameters.decode(pair.substring(0, colon)), Parameters.decode(pair.substring(colon + 1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials[" + name + "]";
    }
}
