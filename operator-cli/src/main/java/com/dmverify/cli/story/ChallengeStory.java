package com.dmverify.cli.story;

import com.dmverify.cli.story.Http.Answer;
import java.util.Optional;

/** Carol sends what the platform shows, instead of typing what we send. */
final class ChallengeStory {

    private final StoryPrinter printer;
    private final Platform platform;
    private final Inbox carol;

    ChallengeStory(StoryPrinter printer, Platform platform, Inbox carol) {
        this.printer = printer;
        this.platform = platform;
        this.carol = carol;
    }

    /** Returns the id of the verification. */
    String run(String handle, String userId) {
        printer.title("Carol sends what the platform shows, instead of typing what we send");
        int before = carol.size();
        printer.step("The platform asks for a challenge and shows it with a link that opens X's composer.");
        Answer started = platform.startChallenge(handle);
        StoryFailedException.unless(started.status() == 202, "POST /v1/verifications answered " + started.status());
        String id = started.text("/id");
        printer.detail("POST /v1/verifications {\"mode\": \"dm_in\", \"target\": {\"handle\": \"" + handle + "\"}, …}");
        printer.detail("202 Accepted   id " + id + "   status " + started.text("/status"));
        printer.detail(started.text("/challenge/text"));
        printer.step("Carol sends it to @dmverify_demo. X calls our webhook and names the account that wrote.");
        carol.write(started.text("/challenge/text"));
        Answer verified = Eventually.find(
                "verified",
                () -> Optional.of(platform.find(id))
                        .filter(answer -> answer.text("/status").equals("verified")));
        StoryFailedException.unless(
                verified.text("/target/user_id").equals(userId), "the wrong account: " + verified.body());
        StoryFailedException.unless(carol.size() == before, "a message was sent, although none was asked for");
        printer.detail("status verified   bound to user id " + verified.text("/target/user_id"));
        return id;
    }
}
