package com.dmverify.sandbox.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers that are a form, said to be HTML: so X answers for the tokens of OAuth 1.0a. */
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
