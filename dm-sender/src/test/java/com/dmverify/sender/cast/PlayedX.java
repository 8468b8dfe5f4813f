package com.dmverify.sender.cast;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.RecentMessages;
import com.dmverify.x.dm.SentMessage;
import com.dmverify.x.user.Users;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** X as the sender meets it, in memory. Troubles are lined up and come one per call; after them all goes well. */
public final class PlayedX implements DirectMessages, Users {

    public static final UserId BRAND = new UserId("1000000000000000001");

    private final Clock clock;
    private final List<Message> inbox = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Trouble> onSend = new ArrayDeque<>();
    private final Deque<XError> onRead = new ArrayDeque<>();
    private final Deque<XError> onLookup = new ArrayDeque<>();
    private final Deque<Optional<XError>> onList = new ArrayDeque<>();
    private final Deque<XError> onIntroduction = new ArrayDeque<>();
    private RateLimits limits = RateLimits.none();
    private @Nullable Boolean receivesYourDm;
    private Set<String> connectionStatus = Set.of();
    private int otherPages;
    private boolean conversationsApart = true;
    private Runnable whileReading = () -> {};
    private final Map<UserId, XError> refusals = new HashMap<>();
    private @Nullable XError refusalOfAll;
    private UserId self = BRAND;
    private UserId ofHandle = new UserId(Orders.ALICE);
    private int lists;
    private int introductions;
    private int sends;
    private int reads;
    private int lookups;

    private record Trouble(XError error, boolean acceptsAllTheSame, Runnable meanwhile) {}

    public PlayedX(Clock clock) {
        this.clock = clock;
    }

    /** The next message fails. */
    public PlayedX failSend(XError error) {
        onSend.add(new Trouble(error, false, () -> {}));
        return this;
    }

    /** Every message to this user fails. */
    public void refuse(UserId recipient, XError error) {
        refusals.put(recipient, error);
    }

    /** Every message fails; null: none any more. */
    public void refuseAll(@Nullable XError error) {
        refusalOfAll = error;
    }

    /** The next message arrives, and the answer is lost. */
    public PlayedX loseAnswer() {
        return loseAnswerAfter(() -> {});
    }

    /** The next message arrives when this has happened, and the answer is lost. */
    public PlayedX loseAnswerAfter(Runnable meanwhile) {
        onSend.add(new Trouble(new XError.UnknownOutcome("timed out", null), true, meanwhile));
        return this;
    }

    public PlayedX failRead(XError error) {
        onRead.add(error);
        return this;
    }

    /** What happens while a conversation is read. */
    public void whileReading(Runnable meanwhile) {
        whileReading = meanwhile;
    }

    public PlayedX failLookup(XError error) {
        onLookup.add(error);
        return this;
    }

    public PlayedX failList(XError error) {
        onList.add(Optional.of(error));
        return this;
    }

    /** The next list is shown. */
    public PlayedX showPage() {
        onList.add(Optional.empty());
        return this;
    }

    /** Oldest first. */
    public void turnOver() {
        Collections.reverse(inbox);
    }

    public PlayedX failIntroduction(XError error) {
        onIntroduction.add(error);
        return this;
    }

    /** Whose credentials it is called with. */
    public void is(UserId user) {
        self = user;
    }

    /** As in v1.1. */
    public void knowsListsOnly() {
        conversationsApart = false;
    }

    /** What X says of everybody's readiness to take messages from us. */
    public void hint(boolean takesMessages, Set<String> connections) {
        receivesYourDm = takesMessages;
        connectionStatus = connections;
    }

    /** What X says of its budget from now on. */
    public PlayedX say(RateLimits said) {
        limits = said;
        return this;
    }

    /** Somebody writes into the conversation. */
    public void write(UserId sender, String text) {
        inbox.addFirst(new Message(
                String.valueOf(100 + inbox.size()), sender, new UserId(Orders.ALICE), text, clock.instant()));
    }

    /** A message that X took now and shows only later. */
    public Runnable takeAndShowLater(String text) {
        Message message = new Message("99", BRAND, new UserId(Orders.ALICE), text, clock.instant());
        return () -> inbox.addFirst(message);
    }

    /** What the user sees. */
    public List<Message> inbox() {
        return List.copyOf(inbox);
    }

    public int sends() {
        return sends;
    }

    public int reads() {
        return reads;
    }

    public int lookups() {
        return lookups;
    }

    public int lists() {
        return lists;
    }

    public int introductions() {
        return introductions;
    }

    @Override
    public synchronized Answer<SentMessage> send(UserId recipient, String text) {
        sends++;
        XError refusal = refusals.getOrDefault(recipient, refusalOfAll);
        if (refusal != null) {
            return new Answer.Failed<>(refusal, limits);
        }
        Trouble trouble = onSend.poll();
        if (trouble != null && !trouble.acceptsAllTheSame()) {
            return new Answer.Failed<>(trouble.error(), limits);
        }
        if (trouble != null) {
            trouble.meanwhile().run();
        }
        String id = String.valueOf(100 + inbox.size());
        inbox.addFirst(new Message(id, BRAND, recipient, text, clock.instant()));
        return trouble == null
                ? new Answer.Ok<>(new SentMessage(id, Set.of(self, recipient)), limits)
                : new Answer.Failed<>(trouble.error(), limits);
    }

    @Override
    public synchronized Answer<RecentMessages> recentWith(UserId other, @Nullable String older) {
        reads++;
        whileReading.run();
        XError error = onRead.poll();
        return error != null ? new Answer.Failed<>(error, limits) : new Answer.Ok<>(page(older), limits);
    }

    @Override
    public synchronized Answer<RecentMessages> recent(@Nullable String older) {
        lists++;
        return Optional.ofNullable(onList.poll())
                .flatMap(trouble -> trouble)
                .<Answer<RecentMessages>>map(error -> new Answer.Failed<>(error, limits))
                .orElseGet(() -> new Answer.Ok<>(page(older), limits));
    }

    @Override
    public boolean readsOneConversation() {
        return conversationsApart;
    }

    /** What others wrote comes first, and fills so many pages. */
    public void buryUnder(int pages) {
        otherPages = pages;
    }

    private RecentMessages page(@Nullable String older) {
        int page = older == null ? 0 : Integer.parseInt(older);
        if (page < otherPages) {
            return new RecentMessages(List.of(), clock.instant(), String.valueOf(page + 1));
        }
        List<Message> messages = inbox();
        return new RecentMessages(
                messages, messages.isEmpty() ? null : messages.getLast().createdAt(), null);
    }

    @Override
    public synchronized Answer<XUser> byHandle(Handle handle) {
        lookups++;
        XError error = onLookup.poll();
        return error != null ? new Answer.Failed<>(error, limits) : new Answer.Ok<>(alice(), limits);
    }

    /** The handle belongs to this user from now on. */
    public void handOver(UserId owner) {
        ofHandle = owner;
    }

    private XUser alice() {
        return new XUser(ofHandle, new Handle("Alice"), "Alice", receivesYourDm, connectionStatus);
    }

    @Override
    public synchronized Answer<XUser> me() {
        introductions++;
        XError error = onIntroduction.poll();
        return error != null
                ? new Answer.Failed<>(error, limits)
                : new Answer.Ok<>(new XUser(self, new Handle("Self"), "Self", null, Set.of()), limits);
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        throw new UnsupportedOperationException("the sender does not ask");
    }
}
