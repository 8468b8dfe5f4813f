package com.dmverify.cli.story;

import com.dmverify.cli.story.Http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the timeline of the API: all that a caller needs who cannot reach Kafka. */
final class TimelineEvidence implements Evidence {

    private final Http api;

    TimelineEvidence(Http api) {
        this.api = api;
    }

    @Override
    public Shown order(String verificationId) {
        return entry(
                verificationId,
                "opened",
                "The verification is written down, without the code, which is stored nowhere.");
    }

    @Override
    public Shown waiting(String verificationId) {
        return entry(verificationId, "user_action_awaited", "The timeline has it.");
    }

    @Override
    public Shown success(String verificationId) {
        return entry(verificationId, "succeeded", "The timeline has the result; so has the topic that services read.");
    }

    private Shown entry(String id, String event, String step) {
        JsonNode entry = Eventually.find(event + " in the timeline of " + id, () -> search(id, event));
        return new Shown(step, List.of(entry.path("at").asString("") + "  " + event));
    }

    private Optional<JsonNode> search(String id, String event) {
        Answer answer = api.get("/v1/verifications/" + id + "/timeline");
        StoryFailedException.unless(answer.status() == 200, "GET …/timeline answered " + answer.status());
        return StreamSupport.stream(answer.body().path("data").spliterator(), false)
                .filter(entry -> entry.path("event").asString("").equals(event))
                .findFirst();
    }
}
