package com.dmverify.sandbox.fuzz;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A raw HTTP answer; status 0 if the server closed the connection without one. */
record Reply(int status, String head, String body) {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 ([0-9]{3})");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Reply of(String raw) {
        Matcher status = STATUS.matcher(raw);
        int end = raw.indexOf("\r\n\r\n");
        return status.find() && end > 0
                ? new Reply(Integer.parseInt(status.group(1)), raw.substring(0, end), raw.substring(end + 4))
                : new Reply(0, raw, "");
    }

    /** Describes what is wrong with the answer; empty if nothing is. */
    Optional<String> complaint() {
        if (status == 0 || status >= 500) {
            return Optional.of("no answer, or an internal error");
        }
        if (status < 400 || body.isEmpty() || isPage()) {
            return isWhole() ? Optional.empty() : Optional.of("not the JSON that it says to be");
        }
        return isRefusal() ? Optional.empty() : Optional.of("a refusal in no known shape");
    }

    private boolean isPage() {
        return head.toLowerCase(Locale.ROOT).contains("content-type: text/html");
    }

    private boolean isWhole() {
        return !head.toLowerCase(Locale.ROOT).contains("json") || body.isEmpty() || json().isPresent();
    }

    /** The formats of errors: v1.1's list, v2's problem, OAuth 2.0's error, and the text of OAuth 1.0a. */
    private boolean isRefusal() {
        return json().filter(JsonNode::isObject)
                .filter(refusal -> (refusal.path("errors").path(0).has("code")
                                && refusal.path("errors").path(0).has("message"))
                        || (refusal.has("title")
                                && refusal.has("detail")
                                && refusal.has("type")
                                && refusal.has("status"))
                        || (refusal.has("error") && (refusal.has("error_description") || refusal.has("request"))))
                .isPresent();
    }

    private Optional<JsonNode> json() {
        try {
            return Optional.of(MAPPER.readTree(body));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
