package com.dmverify.sandbox.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** A complete HTTP request with its body. */
public final class Call {

    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final Map<String, String> pathVariables;
    private final byte[] body;
    private @Nullable Parameters query;
    private @Nullable Parameters form;
    private @Nullable Multipart multipart;
    private @Nullable JsonNode json;
    private boolean jsonRead;

    public Call(String method, URI uri, HttpHeaders headers, Map<String, String> pathVariables, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.pathVariables = pathVariables;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    public byte[] body() {
        return body;
    }

    public ApiVersion apiVersion() {
        return ApiVersion.of(uri.getRawPath());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** A decoded path variable. */
    public String path(String name) {
        return pathVariables.getOrDefault(name, "");
    }

    public Parameters query() {
        if (query == null) {
            query = Parameters.parse(uri.getRawQuery());
        }
        return query;
    }

    /** The fields of a form body; none for other bodies. */
    public Parameters form() {
        if (form == null) {
            form = isForm() ? Parameters.parse(new String(body, StandardCharsets.UTF_8)) : Parameters.NONE;
        }
        return form;
    }

    /** A parameter of the query or form: clients use either. */
    public Optional<String> param(String name) {
        return query().first(name).or(() -> form().first(name));
    }

    /** The parts of a multipart body; none for other bodies. */
    public Multipart multipart() {
        if (multipart == null) {
            String type = header(HttpHeaders.CONTENT_TYPE).orElse("");
            multipart = Multipart.parse(hasContentType("multipart/form-data") ? type : "", body);
        }
        return multipart;
    }

    /** The body as JSON, whatever its content type is. */
    public Optional<JsonNode> json() {
        if (!jsonRead) {
            json = Json.read(body).orElse(null);
            jsonRead = true;
        }
        return Optional.ofNullable(json);
    }

    /** Whether the content type is JSON. */
    public boolean isJson() {
        return hasContentType("application/json");
    }

    private boolean isForm() {
        return hasContentType("application/x-www-form-urlencoded");
    }

    /** Ignores parameters such as {@code charset}. */
    private boolean hasContentType(String mediaType) {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().equalsIgnoreCase(mediaType);
    }
}
