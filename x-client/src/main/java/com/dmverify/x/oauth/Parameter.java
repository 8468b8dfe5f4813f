package com.dmverify.x.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name and a value, decoded. {@code toString} masks the value, which may be a secret. */
public record Parameter(String name, String value) {

    private static final Comparator<Parameter> BY_NAME_THEN_VALUE =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    /** Parses an encoded query or form; empty for null. */
    public static List<Parameter> parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return List.of();
        }
        return Stream.of(encoded.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(Parameter::parsePair)
                .toList();
    }

    /** {@code name=value&…} in this order, strictly encoded: correct in a query, a form and a signature. */
    public static String join(List<Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::percentEncoded)
                .map(Parameter::pair)
                .collect(Collectors.joining("&"));
    }

    /**
     * {@code name=value&…} in the order of a signature: by encoded name, then by encoded value. RFC 5849, 3.4.1.3.2.
     */
    static String normalized(List<Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::percentEncoded)
                .sorted(BY_NAME_THEN_VALUE)
                .map(Parameter::pair)
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return name + "=…";
    }

    private Parameter percentEncoded() {
        return new Parameter(PercentEncoding.encode(name), PercentEncoding.encode(value));
    }

    private String pair() {
        return name + "=" + value;
    }

    private static Parameter parsePair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Parameter(decode(pair), "")
                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
