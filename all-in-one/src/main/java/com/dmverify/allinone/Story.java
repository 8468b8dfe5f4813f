package com.dmverify.allinone;

import com.dmverify.allinone.EventReader.ReceivedEvent;
import com.dmverify.allinone.Http.Answer;
import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationRequested;
import com.dmverify.events.VerificationSucceeded;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Runs three verifications and prints each step. Each step is checked; the first unexpected result ends the story. */
final class Story {

    private static final String ALICE = "2000000000000000001";
    private static final String BOB = "2000000000000000002";
    private static final String CAROL = "2000000000000000003";

    private final StoryPrinter printer;
    private final Platform platform;
    private final EventReader events;
    private final Inbox alice;
    private final Inbox bob;
    private final ChallengeStory carol;

    Story(LocalDeployment deployment, StoryPrinter printer, EventReader events) {
        this.printer = printer;
        this.events = events;
        Http sandbox = new Http(deployment.ports().sandbox(), null);
        platform = new Platform(
                new Http(deployment.ports().api(), deployment.secrets().apiKey()));
        alice = new Inbox(sandbox, ALICE);
        bob = new Inbox(sandbox, BOB);
        carol = new ChallengeStory(printer, platform, new Inbox(sandbox, CAROL));
    }

    void run() {
        printer.title("Alice proves that @alice is hers");
        int before = alice.size();
        String id = start("@alice");
        showOrder(id);
        String message = message("@alice", alice, before);
        wrongCode(id, Inbox.codeIn(message));
        rightCode(id, Inbox.codeIn(message), ALICE);
        showResult(id);

        printer.title("Bob takes messages only from accounts he follows");
        int bobsBefore = bob.size();
        String bobsId = start("@bob");
        showRefusal(bobsId);
        printer.step(
                "Bob follows @dmverify_demo. X calls our webhook, and the message is sent without another request.");
        bob.follow();
        String bobsMessage = message("@bob", bob, bobsBefore);
        rightCode(bobsId, Inbox.codeIn(bobsMessage), BOB);
        showResult(bobsId);

        showResult(carol.run("@carol", CAROL));
    }

    private String start(String handle) {
        printer.step("The platform asks: does the person in front of me control " + handle + "?");
        Answer answer = platform.start(handle);
        StoryFailedException.unless(answer.status() == 202, "POST /v1/verifications answered " + answer.status());
        printer.detail("POST /v1/verifications {\"target\": {\"handle\": \"" + handle + "\"}, …}");
        printer.detail("202 Accepted   id " + answer.text("/id") + "   status " + answer.text("/status")
                + "   delivery " + answer.text("/delivery/status"));
        return answer.text("/id");
    }

    private void showOrder(String id) {
        ReceivedEvent order = await("VerificationRequested", id);
        VerificationRequested event = (VerificationRequested) order.event();
        printer.step(
                "verification-api writes the order to Kafka, without the code: dm-sender derives the code, which is stored nowhere.");
        printer.detail(String.format(
                Locale.ROOT,
                "%s  key %s  %s(target @%s, code version %d, dispatch %d)",
                order.topic(),
                order.key(),
                event.getSchema().getName(),
                event.getTargetHandle(),
                event.getCodeVersion(),
                event.getDispatch()));
    }

    private String message(String handle, Inbox inbox, int before) {
        String text = Eventually.find("a message in the inbox of " + handle, () -> inbox.newestAfter(before));
        printer.step("dm-sender signs and posts the message; it is in the inbox of " + handle + ".");
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

    private void rightCode(String id, String code, String userId) {
        Answer answer = platform.check(id, code);
        printer.step("The right code, and the result.");
        StoryFailedException.unless(answer.text("/result").equals("approved"), "the right code got " + answer.body());
        StoryFailedException.unless(
                answer.text("/target/user_id").equals(userId), "the wrong account: " + answer.body());
        printer.detail("POST …/checks {\"code\": \"" + code + "\"}");
        printer.detail("200 OK   result approved   status " + answer.text("/status") + "   bound to user id "
                + answer.text("/target/user_id"));
    }

    private void showResult(String id) {
        ReceivedEvent result = await("VerificationSucceeded", id);
        VerificationSucceeded event = (VerificationSucceeded) result.event();
        printer.step("Every service that reads the topic gets the event.");
        printer.detail(String.format(
                Locale.ROOT,
                "%s  key %s  %s(target @%s = %s)",
                result.topic(),
                result.key(),
                event.getSchema().getName(),
                event.getTargetHandle(),
                event.getTargetUserId()));
    }

    private void showRefusal(String id) {
        Answer waiting = Eventually.find(
                "awaiting_user_action",
                () -> Optional.of(platform.find(id))
                        .filter(answer -> answer.text("/delivery/status").equals("awaiting_user_action")));
        SpecificRecord event = await("UserActionAwaited", id).event();
        printer.step("X rejects the message. The verification waits, and the platform reads what Bob can do.");
        printer.detail(
                "delivery " + waiting.text("/delivery/status") + "   reason " + waiting.text("/delivery/reason"));
        printer.detail("next_action: " + waiting.text("/delivery/next_action/text"));
        printer.detail("             " + ((UserActionAwaited) event).getActionUrl());
    }

    private ReceivedEvent await(String name, String id) {
        return Eventually.find(
                name + " for " + id,
                () -> events.matching(event -> event.is(name, id)).stream().findFirst());
    }
}
