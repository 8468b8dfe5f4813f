package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.XError.Rejected;
import com.dmverify.x.XUser;
import com.dmverify.x.dm.v2.ConversationId;
import com.dmverify.x.dm.v2.DmEvent;
import com.dmverify.x.dm.v2.DmPage;
import com.dmverify.x.dm.v2.Draft;
import com.dmverify.x.dm.v2.EventQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading DM events in v2. */
class DmEventsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void aConversationWithoutMessagesIsAnEmptyPage() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        DmPage page = value(sandbox.brand().dmEvents().with(person.id(), EventQuery.latest(10)));
        // Then
        assertThat(page.page().items()).isEmpty();
        assertThat(page.page().next()).isNull();
    }

    @Test
    void anEventHasTheRequestedFields() {
        // Given
        SandboxUser person = sandbox.follower();
        String id = person.writes("hi");
        // When
        DmPage page = value(sandbox.brand().dmEvents().one(id, EventQuery.latest(1)));
        // Then
        DmEvent event = page.page().items().getFirst();
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.type()).isEqualTo("MessageCreate");
        assertThat(event.text()).isEqualTo("hi");
        assertThat(event.sender()).isEqualTo(person.id());
        assertThat(event.createdAt()).isNotNull();
        assertThat(event.conversation()).isEqualTo(ConversationId.between(Sandbox.BRAND, person.id()));
    }

    @Test
    void anEventWithoutRequestedFieldsIsShort() {
        // Given
        SandboxUser person = sandbox.follower();
        String id = person.writes("hi");
        // When
        DmPage page =
                value(sandbox.brand().dmEvents().one(id, new EventQuery(1, null, List.of(), List.of(), List.of())));
        // Then
        DmEvent event = page.page().items().getFirst();
        assertThat(event.text()).isEqualTo("hi");
        assertThat(event.sender()).isNull();
        assertThat(event.createdAt()).isNull();
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() {
        // Given
        SandboxUser person = sandbox.follower();
        for (String text : List.of("one", "two", "three")) {
            value(sandbox.brand().conversations().send(person.id(), Draft.text(text)));
        }
        var x = sandbox.brand().dmEvents();
        EventQuery twos = EventQuery.latest(2);
        // When
        DmPage first = value(x.with(person.id(), twos));
        DmPage second = value(x.with(person.id(), twos.at(first.page().next())));
        // Then
        assertThat(first.page().items()).extracting(DmEvent::text).containsExactly("three", "two");
        assertThat(second.page().items()).extracting(DmEvent::text).containsExactly("one");
        assertThat(second.page().next()).isNull();
    }

    @Test
    void aConversationCanBeReadByItsId() {
        // Given
        SandboxUser person = sandbox.follower();
        person.writes("hi");
        // When
        DmPage page = value(sandbox.brand()
                .dmEvents()
                .in(ConversationId.between(Sandbox.BRAND, person.id()), EventQuery.latest(10)));
        // Then
        assertThat(page.page().items()).extracting(DmEvent::text).containsExactly("hi");
    }

    @Test
    void allConversationsAreReadTogetherNewestFirst() {
        // Given
        sandbox.follower().writes("earlier");
        sandbox.follower().writes("later");
        // When
        DmPage page = value(sandbox.brand().dmEvents().all(EventQuery.latest(2)));
        // Then
        assertThat(page.page().items()).extracting(DmEvent::text).containsExactly("later", "earlier");
    }

    @Test
    void sendersAreIncludedOnRequest() {
        // Given
        SandboxUser person = sandbox.follower();
        person.writes("hi");
        // When
        DmPage page = value(sandbox.brand()
                .dmEvents()
                .with(person.id(), EventQuery.latest(10).including("sender_id")));
        // Then
        assertThat(page.users()).extracting(XUser::handle).containsExactly(person.handle());
    }

    @Test
    void otherTypesOfEventsCanBeRequested() {
        // Given
        SandboxUser person = sandbox.follower();
        person.writes("hi");
        // When
        DmPage page = value(sandbox.brand()
                .dmEvents()
                .with(person.id(), EventQuery.latest(10).of("ParticipantsJoin")));
        // Then
        assertThat(page.page().items()).isEmpty();
    }

    @Test
    void anUnknownEventIsRejected() {
        // Given // When
        var page = sandbox.brand().dmEvents().one("4999999999999999999", EventQuery.latest(1));
        // Then
        failure(Rejected.class, page);
    }
}
