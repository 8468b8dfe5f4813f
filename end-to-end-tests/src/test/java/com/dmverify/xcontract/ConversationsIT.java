package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.XError.Rejected;
import com.dmverify.x.dm.v2.AcceptedMessage;
import com.dmverify.x.dm.v2.ConversationId;
import com.dmverify.x.dm.v2.DmEvent;
import com.dmverify.x.dm.v2.Draft;
import com.dmverify.x.dm.v2.EventQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sending in v2: to a user, into a conversation, to a group; and deleting a message. */
class ConversationsIT {

    private static final EventQuery LATEST = EventQuery.latest(10);

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void aMessageToAUserBeginsTheConversation() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        AcceptedMessage accepted = value(sandbox.brand().conversations().send(person.id(), Draft.text("hello")));
        // Then
        assertThat(accepted.conversation()).isEqualTo(ConversationId.between(person.id(), Sandbox.BRAND));
        assertThat(person.inbox()).containsExactly("hello");
    }

    @Test
    void aMessageIntoAConversationReachesTheOtherUser() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        var accepted = value(sandbox.brand()
                .conversations()
                .send(ConversationId.between(Sandbox.BRAND, person.id()), Draft.text("hello again")));
        // Then
        assertThat(accepted.conversation()).isEqualTo(ConversationId.between(person.id(), Sandbox.BRAND));
        assertThat(person.inbox()).containsExactly("hello again");
    }

    @Test
    void eachGroupIsNewAndAcceptsMoreMessages() {
        // Given
        SandboxUser one = sandbox.follower();
        SandboxUser other = sandbox.follower();
        var x = sandbox.brand().conversations();
        // When
        var first = value(x.createGroup(List.of(one.id(), other.id()), Draft.text("welcome")));
        var second = value(x.createGroup(List.of(one.id(), other.id()), Draft.text("welcome to another")));
        value(x.send(first.conversation(), Draft.text("still here")));
        // Then
        assertThat(second.conversation()).isNotEqualTo(first.conversation());
        assertThat(other.inbox()).containsExactly("still here", "welcome to another", "welcome");
        assertThat(value(sandbox.brand().dmEvents().in(first.conversation(), LATEST))
                        .page()
                        .items())
                .extracting(DmEvent::text)
                .containsExactly("still here", "welcome");
    }

    @Test
    void aMessageIntoAForeignGroupIsRejected() {
        // Given
        ConversationId foreign = new ConversationId("1234567890123456789");
        // When
        var sent = sandbox.brand().conversations().send(foreign, Draft.text("anybody?"));
        // Then
        failure(Rejected.class, sent);
    }

    @Test
    void aDeletedMessageDisappearsFromOurMailboxOnly() {
        // Given
        SandboxUser person = sandbox.follower();
        var accepted = value(sandbox.brand().conversations().send(person.id(), Draft.text("regretted")));
        // When
        boolean deleted = value(sandbox.brand().dmEvents().delete(accepted.eventId()));
        // Then
        assertThat(deleted).isTrue();
        assertThat(value(sandbox.brand().dmEvents().with(person.id(), LATEST))
                        .page()
                        .items())
                .isEmpty();
        assertThat(person.inbox()).containsExactly("regretted");
    }

    @Test
    void onlyOwnMessagesCanBeDeleted() {
        // Given
        SandboxUser person = sandbox.follower();
        String theirs = person.writes("mine");
        // When
        var deleted = sandbox.brand().dmEvents().delete(theirs);
        // Then
        failure(Rejected.class, deleted);
        assertThat(value(sandbox.brand().dmEvents().with(person.id(), LATEST))
                        .page()
                        .items())
                .hasSize(1);
    }
}
