package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.cli.story.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person on X. */
final class XUser {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Http sandbox;
    private final String id;
    private final String username;

    XUser(Http sandbox, String id, String username) {
        this.sandbox = sandbox;
        this.id = id;
        this.username = username;
    }

    String handle() {
        return "@" + username;
    }

    String id() {
        return id;
    }

    /** The texts in the inbox, newest first. */
    List<String> inbox() {
        return sandbox.get("/sandbox/users/" + id + "/inbox")
                .body()
                .valueStream()
                .map(message -> message.get("text").asString())
                .toList();
    }

    /** Waits for a message and reads the code in it. */
    String readsTheCode() {
        await("a message for " + handle()).atMost(TIMEOUT).until(() -> !inbox().isEmpty());
        Matcher matcher = CODE.matcher(inbox().getFirst());
        assertThat(matcher.find()).as("a code in: %s", inbox().getFirst()).isTrue();
        return matcher.group();
    }

    /** Waits until there are this many messages, and reads the code in the newest one. */
    String readsTheCodeOfMessage(int number) {
        await("message " + number + " for " + handle()).atMost(TIMEOUT).until(() -> inbox().size() >= number);
        return readsTheCode();
    }

    void followsTheBrand() {
        assertThat(sandbox.post("/sandbox/users/" + id + "/follow", "").status() / 100)
                .isEqualTo(2);
    }

    /** Taps an option below a message. */
    void taps(String label, String metadata) {
        assertThat(sandbox.post(
                                        "/sandbox/users/" + id + "/dms",
                                        Json.of(Map.of("text", label, "quick_reply_metadata", metadata)))
                                .status()
                        / 100)
                .isEqualTo(2);
    }

    void writes(String text) {
        assertThat(sandbox.post("/sandbox/users/" + id + "/dms", Json.of(Map.of("text", text)))
                                .status()
                        / 100)
                .isEqualTo(2);
    }
}
