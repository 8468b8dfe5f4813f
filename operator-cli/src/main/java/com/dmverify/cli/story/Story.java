package com.dmverify.cli.story;

import com.dmverify.cli.story.Cast.Player;
import com.dmverify.cli.story.Evidence.Shown;
import com.dmverify.cli.story.Http.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs three verifications and prints each step. Each step is checked; the first unexpected result ends the story. */
public final class Story {

    private final StoryPrinter printer;
    private final Platform platform;
    private final Http sandbox;
    private final Evidence evidence;
    private final Cast cast;

    /**
     * Prepares a story.
     *
     * @param api verification-api, with an API key that may start, read and check
     * @param sandbox the control calls of the sandbox that is X for this deployment
     */
    public Story(StoryPrinter printer, Http api, Http sandbox, Evidence evidence, Cast cast) {
        this.printer = printer;
        this.sandbox = sandbox;
        this.evidence = evidence;
        this.cast = cast;
        platform = new Platform(api);
    }

    /**
     * Runs it. Returns the verifications, which have all succeeded.
     *
     * @throws StoryFailedException if a step has an unexpected result
     */
    public List<Proof> run() {
        return List.of(aliceTypesTheCode(), bobFollowsFirst(), carolWrites());
    }

    private Proof aliceTypesTheCode() {
        Player alice = cast.alice();
        Inbox inbox = new Inbox(sandbox, alice.userId());
        printer.title("Alice proves that " + alice.mention() + " is hers");
        int before = inbox.size();
        String id = start(alice);
        show(evidence.order(id));
        String message = message(alice, inbox, before);
        wrongCode(id, Inbox.codeIn(message));
        rightCode(id, Inbox.codeIn(message), alice);
        show(evidence.success(id));
        return new Proof(id, alice);
    }

    private Proof bobFollowsFirst() {
        Player bob = cast.bob();
        Inbox inbox = new Inbox(sandbox, bob.userId());
        printer.title("Bob takes messages only from accounts he follows");
        int before = inbox.size();
        String id = start(bob);
        showRefusal(id);
        printer.step(
                "Bob follows @dmverify_demo. X calls our webhook, and the message is sent without another request.");
        inbox.follow();
        String message = message(bob, inbox, before);
        rightCode(id, Inbox.codeIn(message), bob);
        show(evidence.success(id));
        return new Proof(id, bob);
    }

    private Proof carolWrites() {
        Player carol = cast.carol();
        String id = new ChallengeStory(printer, platform, new Inbox(sandbox, carol.userId()))
                .run(carol.mention(), carol.userId());
        show(evidence.success(id));
        return new Proof(id, carol);
    }

    private String start(Player player) {
        printer.step("The platform asks: does the person in front of me control " + player.mention() + "?");
        Answer answer = platform.start(player.mention());
        StoryFailedException.unless(answer.status() == 202, "POST /v1/verifications answered " + answer.status());
        printer.detail("POST /v1/verifications {\"target\": {\"handle\": \"" + player.mention() + "\"}, …}");
        printer.detail("202 Accepted   id " + answer.text("/id") + "   status " + answer.text("/status")
                + "   delivery " + answer.text("/delivery/status"));
        return answer.text("/id");
    }

    private String message(Player player, Inbox inbox, int before) {
        String text = Eventually.find("a message in the inbox of " + player.mention(), () -> inbox.newestAfter(before));
        printer.step("dm-sender signs and posts the message; it is in the inbox of " + player.mention() + ".");
        printer.detail("┌ from @dmverify_demo");
        text.lines().forEach(line -> printer.detail("│ " + line));
        printer.detail("└");
        return text;
    }

    private void wrongCode(String id, String code) {
        String wrong = String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1) % 1_000_000);
        Answer answer = platform.check(id, wrong);
        printer.step("A wrong code first.");
        StoryFailedException.unless(answer.text("/result").equals("incorrect"), "a wrong code got " + answer.body());
        StoryFailedException.unless(
                answer.body().at("/attempts_remaining").asInt() == 4, "tries left: " + answer.body());
        printer.detail("POST …/checks {\"code\": \"" + wrong + "\"}");
        printer.detail("200 OK   result incorrect   attempts_remaining 4");
    }

    private void rightCode(String id, String code, Player player) {
        Answer answer = platform.check(id, code);
        printer.step("The right code, and the result.");
        StoryFailedException.unless(answer.text("/result").equals("approved"), "the right code got " + answer.body());
        StoryFailedException.unless(
                answer.text("/target/user_id").equals(player.userId()), "the wrong account: " + answer.body());
        printer.detail("POST …/checks {\"code\": \"" + code + "\"}");
        printer.detail("200 OK   result approved   status " + answer.text("/status") + "   bound to user id "
                + answer.text("/target/user_id"));
    }

    private void showRefusal(String id) {
        Answer waiting = Eventually.find(
                "awaiting_user_action",
                () -> Optional.of(platform.find(id))
                        .filter(answer -> answer.text("/delivery/status").equals("awaiting_user_action")));
        printer.step("X rejects the message. The verification waits, and the platform reads what Bob can do.");
        printer.detail(
                "delivery " + waiting.text("/delivery/status") + "   reason " + waiting.text("/delivery/reason"));
        printer.detail("next_action: " + waiting.text("/delivery/next_action/text"));
        printer.detail("             " + waiting.text("/delivery/next_action/url"));
        show(evidence.waiting(id));
    }

    private void show(Shown shown) {
        printer.step(shown.step());
        shown.details().forEach(printer::detail);
    }

    /** A verification of the story. */
    public record Proof(String verificationId, Player player) {}
}
