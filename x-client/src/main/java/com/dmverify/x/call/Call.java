package com.dmverify.x.call;

import com.dmverify.x.oauth.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A request to X, before it is authorised. */
public final class Call {

    private final HttpMethod method;
    private final String path;
    private final List<Parameter> query;
    private final Content content;

    private Call(HttpMethod method, String path, List<Parameter> query, Content content) {
        this.method = method;
        this.path = path;
        this.query = List.copyOf(query);
        this.content = content;
    }

    /** A call without query and body; the path begins with a slash and holds ids and handles, never free text. */
    public static Call of(HttpMethod method, String path) {
        return new Call(method, path, List.of(), Content.NONE);
    }

    /** A read. */
    public static Call get(String path) {
        return of(HttpMethod.GET, path);
    }

    /** A write with a JSON body, which is not signed. */
    public static Call post(String path, Map<String, ?> json) {
        return new Call(HttpMethod.POST, path, List.of(), Content.json(json));
    }

    /** The same call with one more query parameter, decoded; X allows no name twice. */
    public Call with(String name, String value) {
        return new Call(
                method,
                path,
                Stream.concat(query.stream(), Stream.of(new Parameter(name, value)))
                        .toList(),
                content);
    }

    /** The same call with a JSON body, which is not signed. */
    public Call withJson(JsonNode json) {
        return new Call(method, path, query, Content.json(json));
    }

    /** The same call with a form as its body. */
    public Call withForm(List<Parameter> fields) {
        return new Call(method, path, query, Content.form(fields));
    }

    /** The same call with a file beside some fields, none of which is signed. */
    public Call withFile(List<Parameter> fields, String name, byte[] file) {
        return new Call(method, path, query, Content.multipart(fields, name, file));
    }

    /** The HTTP method. */
    public HttpMethod method() {
        return method;
    }

    /** The body. */
    public Content content() {
        return content;
    }

    /** The complete URL, as it is sent and signed. */
    public URI at(URI base) {
        String prefix = base.toString().replaceFirst("/+$", "");
        return URI.create(prefix + path + (query.isEmpty() ? "" : "?" + Parameter.join(query)));
    }
}
