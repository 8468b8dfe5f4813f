package com.dmverify.x.call;

import com.dmverify.x.oauth.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is asked of X, before it is authorised. */
public final class Call {

    private final Verb verb;
    private final String path;
    private final List<Parameter> query;
    private final Content content;

    private Call(Verb verb, String path, List<Parameter> query, Content content) {
        this.verb = verb;
        this.path = path;
        this.query = List.copyOf(query);
        this.content = content;
    }

    /** A call without query and body; the path begins with a slash and holds ids and handles, never free text. */
    public static Call of(Verb verb, String path) {
        return new Call(verb, path, List.of(), Content.NONE);
    }

    /** A read. */
    public static Call get(String path) {
        return of(Verb.GET, path);
    }

    /** A write with a JSON body, which is not signed. */
    public static Call post(String path, Map<String, ?> json) {
        return new Call(Verb.POST, path, List.of(), Content.json(json));
    }

    /** The same call with one more query parameter, decoded; X allows no name twice. */
    public Call with(String name, String value) {
        return new Call(
                verb,
                path,
                Stream.concat(query.stream(), Stream.of(new Parameter(name, value)))
                        .toList(),
                content);
    }

    /** The same call with a JSON body, which is not signed. */
    public Call withJson(JsonNode json) {
        return new Call(verb, path, query, Content.json(json));
    }

    /** The same call with a form as its body. */
    public Call withForm(List<Parameter> fields) {
        return new Call(verb, path, query, Content.form(fields));
    }

    /** The same call with a file beside some fields, none of which is signed. */
    public Call withFile(List<Parameter> fields, String name, byte[] file) {
        return new Call(verb, path, query, Content.multipart(fields, name, file));
    }

    /** How it is asked. */
    public Verb verb() {
        return verb;
    }

    /** What is sent along. */
    public Content content() {
        return content;
    }

    /** The whole address, as it travels and is signed. */
    public URI at(URI base) {
        String prefix = base.toString().replaceFirst("/+$", "");
        return URI.create(prefix + path + (query.isEmpty() ? "" : "?" + Parameter.join(query)));
    }
}
