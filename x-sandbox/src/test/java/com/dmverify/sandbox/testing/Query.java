package com.dmverify.sandbox.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the parameters of a query string or form. */
public final class Query {

    private Query() {}

    public static Map<String, String> of(URI uri) {
        return of(uri.getRawQuery());
    }

    public static Map<String, String> of(String raw) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            all.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return all;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
