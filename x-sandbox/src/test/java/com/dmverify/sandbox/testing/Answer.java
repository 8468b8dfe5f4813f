package com.dmverify.sandbox.testing;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer. */
public record Answer(int status, HttpHeaders headers, String text) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public JsonNode json() {
        return MAPPER.readTree(text);
    }

    /** The text at a JSON pointer, empty when there is none. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Code of v1.1's first error; 0 for none. */
    public int code() {
        return json().at("/errors/0/code").asInt(0);
    }
}
