package com.dmverify.sandbox.signature;

import com.dmverify.sandbox.http.Parameter;
import com.dmverify.sandbox.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of an {@code Authorization: OAuth …} header, with or without a space after each comma. */
public record OAuthHeader(Parameters parameters) {

    private static final String SCHEME = "OAuth ";
    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z0-9_.%~-]+)\\s*=\\s*\"([^\"]*)\"\\s*(?:,|$)");

    /** Parses a header; empty if it has another scheme or is malformed. */
    public static Optional<OAuthHeader> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        List<Parameter> all = new ArrayList<>();
        Matcher pair = PAIR.matcher(header).region(SCHEME.length(), header.length());
        int end = SCHEME.length();
        while (pair.lookingAt()) {
            all.add(new Parameter(decode(pair.group(1)), decode(pair.group(2))));
            end = pair.end();
            pair.region(end, header.length());
        }
        return all.isEmpty() || !header.substring(end).isBlank()
                ? Optional.empty()
                : Optional.of(new OAuthHeader(new Parameters(all)));
    }

    public String get(String name) {
        return parameters.first(name).orElse("");
    }

    /** Decodes a value, in which a plus sign is literal. */
    private static String decode(String raw) {
        return Parameters.decode(raw.replace("+", "%2B"));
    }
}
