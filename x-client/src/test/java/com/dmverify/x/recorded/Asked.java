package com.dmverify.x.recorded;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A received request; header names in lower case. */
public record Asked(String method, URI uri, Map<String, String> headers, String body) {

    static Asked of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(", ", header.getValue()),
                        (first, _) -> first,
                        TreeMap::new));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    /** Method, path and query as received. */
    public String line() {
        return method + " " + uri;
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
