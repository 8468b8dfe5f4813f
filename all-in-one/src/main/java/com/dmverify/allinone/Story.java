package com.dmverify.allinone;

import com.dmverify.allinone.EventTail.Heard;
import com.dmverify.allinone.Http.Answer;
import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationRequested;
import com.dmverify.events.VerificationSucceeded;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Two verifications, told while they happen. Every sentence is checked: if one is not true, the story breaks off. */
final class Story {

    private static final String ALICE = "2000000000000000001";
    private static final String BOB = "2000000000000000002";

    private final Narrator tell;
    private final Platform platform;
    private final EventTail events;
    private final Inbox alice;
    private final Inbox bob;

    Story(River river, Narrator tell, EventTail events) {
        this.tell = tell;
        this.events = events;
        Http sandbox = new Http(river.ports().sandbox(), null);
        platform = new Platform(new Http(river.ports().api(), river.secrets().apiKey()));
        alice = new Inbox(sandbox, ALICE);
        bob = new Inbox(sandbox, BOB);
    }

    void tell() {
        tell.title("Alice proves that @alice is hers");
        int before = alice.size();
        String id = ask("@alice");
        heardOrder(id);
        String message = message("@alice", alice, before);
        wrongCode(id, Inbox.codeIn(message));
        rightCode(id, Inbox.codeIn(message), ALICE);
        heardVerdict(id);

        tell.title("Bob takes messages only from accounts he follows");
        int bobsBefore = bob.size();
        String bobsId = ask("@bob");
        refusedUntilHeFollows(bobsId);
        tell.step("Bob follows @dmverify_demo. X tells our webhook; nobody has to ask again.");
        bob.follow();
        String bobsMessage = message("@bob", bob, bobsBefore);
        rightCode(bobsId, Inbox.codeIn(bobsMessage), BOB);
        heardVerdict(bobsId);
    }

    private String ask(String handle) {
        tell.step("The platform asks: does the person in front of me control " + handle + "?");
        Answer answer = platform.asksFor(handle);
        BrokenStory.unless(answer.status() == 202, "POST /v1/verifications answered " + answer.status());
        tell.detail("POST /v1/verifications {\"target\": {\"handle\": \"" + handle + "\"}, …}");
        tell.detail("202 Accepted   id " + answer.text("/id") + "   status " + answer.text("/status") + "   delivery "
                + answer.text("/delivery/status"));
        return answer.text("/id");
    }

    private void heardOrder(String id) {
        Heard order = heard("VerificationRequested", id);
        VerificationRequested event = (VerificationRequested) order.event();
        tell.step("verification-api puts the order into Kafka, without the code: it is derived, and written nowhere.");
        tell.detail(String.format(
                Locale.ROOT,
                "%s  key %s  %s(target @%s, generation %d, dispatch %d)",
                order.topic(),
                order.key(),
                event.getSchema().getName(),
                event.getTargetHandle(),
                event.getCodeVersion(),
                event.getDispatch()));
    }

    private String message(String handle, Inbox inbox, int before) {
        String text = Eventually.find("a message in the inbox of " + handle, () -> inbox.newestBeyond(before));
        tell.step("dm-sender signs and posts the message; it is in the inbox of " + handle + ".");
        tell.detail("┌ from @dmverify_demo");
        text.lines().forEach(line -> tell.detail("│ " + line));
        tell.detail("└");
        return text;
    }

    private void wrongCode(String id, String code) {
        String wrong = String.format(Locale.ROOT, "%06d", (Integer.parseInt(code) + 1) % 1_000_000);
        Answer answer = platform.checks(id, wrong);
        tell.step("A wrong code first.");
        BrokenStory.unless(answer.text("/result").equals("incorrect"), "a wrong code got " + answer.body());
        BrokenStory.unless(answer.body().at("/attempts_remaining").asInt() == 4, "tries left: " + answer.body());
        tell.detail("POST …/checks {\"code\": \"" + wrong + "\"}");
        tell.detail("200 OK   result incorrect   attempts_remaining 4");
    }

    private void rightCode(String id, String code, String userId) {
        Answer answer = platform.checks(id, code);
        tell.step("The right code, and the verdict.");
        BrokenStory.unless(answer.text("/result").equals("approved"), "the right code got " + answer.body());
        BrokenStory.unless(answer.text("/target/user_id").equals(userId), "the wrong account: " + answer.body());
        tell.detail("POST …/checks {\"code\": \"" + code + "\"}");
        tell.detail("200 OK   result approved   status " + answer.text("/status") + "   bound to user id "
                + answer.text("/target/user_id"));
    }

    private void heardVerdict(String id) {
        Heard verdict = heard("VerificationSucceeded", id);
        VerificationSucceeded event = (VerificationSucceeded) verdict.event();
        tell.step("Every service that listens to Kafka hears it too.");
        tell.detail(String.format(
                Locale.ROOT,
                "%s  key %s  %s(target @%s = %s)",
                verdict.topic(),
                verdict.key(),
                event.getSchema().getName(),
                event.getTargetHandle(),
                event.getTargetUserId()));
    }

    private void refusedUntilHeFollows(String id) {
        Answer waiting = Eventually.find(
                "awaiting_user_action",
                () -> Optional.of(platform.looksAt(id))
                        .filter(answer -> answer.text("/delivery/status").equals("awaiting_user_action")));
        SpecificRecord event = heard("UserActionAwaited", id).event();
        tell.step("X refuses the message. Nothing has failed: the platform learns what Bob can do.");
        tell.detail("delivery " + waiting.text("/delivery/status") + "   reason " + waiting.text("/delivery/reason"));
        tell.detail("next_action: " + waiting.text("/delivery/next_action/text"));
        tell.detail("             " + ((UserActionAwaited) event).getActionUrl());
    }

    private Heard heard(String name, String id) {
        return Eventually.find(
                name + " for " + id,
                () -> events.about(heard -> heard.is(name, id)).stream().findFirst());
    }
}
