package com.dmverify.cli.story;

import com.dmverify.cli.story.Http.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user of the sandbox, used through its control calls: reads messages and follows the brand. */
public final class Inbox {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Http sandbox;
    private final String userId;

    public Inbox(Http sandbox, String userId) {
        this.sandbox = sandbox;
        this.userId = userId;
    }

    /** The number of messages. */
    public int size() {
        return messages().size();
    }

    /** The newest message, if there are more than before. */
    public Optional<String> newestAfter(int before) {
        JsonNode messages = messages();
        return messages.size() > before
                ? Optional.of(messages.get(0).get("text").asString())
                : Optional.empty();
    }

    public void follow() {
        Answer answer = sandbox.post("/sandbox/users/" + userId + "/follow", "");
        StoryFailedException.unless(
                answer.status() / 100 == 2, "the sandbox answered " + answer.status() + " to a follow");
    }

    /** The user writes to the brand. */
    public void write(String text) {
        Answer answer = sandbox.post(
                "/sandbox/users/" + userId + "/dms", JsonMapper.shared().writeValueAsString(Map.of("text", text)));
        StoryFailedException.unless(
                answer.status() / 100 == 2, "the sandbox answered " + answer.status() + " to a message");
    }

    /** Returns the code in a message. */
    public static String codeIn(String text) {
        Matcher matcher = CODE.matcher(text);
        StoryFailedException.unless(matcher.find(), "there is no code of six digits in the message");
        return matcher.group();
    }

    private JsonNode messages() {
        return sandbox.get("/sandbox/users/" + userId + "/inbox").body();
    }
}
