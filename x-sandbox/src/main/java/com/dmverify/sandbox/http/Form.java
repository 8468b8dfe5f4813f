package com.dmverify.sandbox.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes form-encoded answers with the content type HTML, as X sends OAuth 1.0a tokens. */
public final class Form {

    private Form() {}

    public static Reply reply(Map<String, Object> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Reply.text(200, "text/html;charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }
}
