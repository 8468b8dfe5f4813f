package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import java.util.Locale;

/** The sandbox's control calls. */
final class SandboxControl {

    private final Http http;

    SandboxControl(Http http) {
        this.http = http;
    }

    XUser create(String username, boolean followsBrand, String dmSetting, boolean suspended) {
        Answer answer = http.post(
                "/sandbox/users", String.format(Locale.ROOT, """
                {"username": "%s", "follows_brand": %s, "dm_setting": "%s", "suspended": %s}""", username, followsBrand, dmSetting, suspended));
        assertThat(answer.status()).as("POST /sandbox/users: %s", answer.body()).isEqualTo(201);
        return new XUser(http, answer.text("/id"), username);
    }

    /** Injects a fault this many times. */
    void injects(String fault, int count) {
        Answer answer = http.post(
                "/sandbox/faults", String.format(Locale.ROOT, "{\"name\": \"%s\", \"count\": %d}", fault, count));
        assertThat(answer.status() / 100)
                .as("POST /sandbox/faults: %s", answer.body())
                .isEqualTo(2);
    }

    /** The number of messages that repeat a text to the same user. */
    int duplicates() {
        return http.get("/sandbox/stats").body().at("/duplicates").asInt();
    }
}
