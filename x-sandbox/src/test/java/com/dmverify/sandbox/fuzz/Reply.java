package com.dmverify.sandbox.fuzz;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back on the wire; status 0 when the other side just closed. */
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

    /** What is wrong with it; empty when nothing is. */
    Optional<String> complaint() {
        if (status == 0 || status >= 500) {
            return Optional.of("no answer, or an error that nobody ordered");
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

    /** v1.1's list of errors, v2's problem, OAuth's error, the oldest shape of all. */
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
