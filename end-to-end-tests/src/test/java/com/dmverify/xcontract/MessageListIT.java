package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.dm.v1.EventPage;
import com.dmverify.x.dm.v1.MessageEvent;
import com.dmverify.x.dm.v2.Draft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of v1.1: both directions, newest first, with a cursor. */
class MessageListIT {

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void sentAndReceivedMessagesAreListedNewestFirst() {
        // Given
        SandboxUser person = sandbox.follower();
        String sent = value(sandbox.brand().conversations().send(person.id(), Draft.text("hello")))
                .eventId();
        String received = person.writes("hi");
        // When
        EventPage page = list(2, null);
        // Then
        assertThat(page.page().items()).extracting(MessageEvent::id).containsExactly(received, sent);
        assertThat(page.page().items()).extracting(MessageEvent::sender).containsExactly(person.id(), Sandbox.BRAND);
    }

    @Test
    void theCursorReachesEveryMessageOnce() {
        // Given
        SandboxUser person = sandbox.follower();
        List<String> ids = List.of(person.writes("one"), person.writes("two"), person.writes("three"));
        // When
        List<MessageEvent> all = new ArrayList<>();
        String cursor = null;
        do {
            EventPage page = list(50, cursor);
            all.addAll(page.page().items());
            cursor = page.page().next();
        } while (cursor != null);
        // Then
        assertThat(all).extracting(MessageEvent::id).doesNotHaveDuplicates().containsAll(ids);
        assertThat(all)
                .filteredOn(event -> event.sender().equals(person.id()))
                .extracting(event -> event.data().text())
                .containsExactly("three", "two", "one");
    }

    @Test
    void aSmallPageContinuesWithTheNextMessage() {
        // Given
        SandboxUser person = sandbox.follower();
        person.writes("older");
        person.writes("newer");
        // When
        EventPage first = list(1, null);
        EventPage second = list(1, first.page().next());
        // Then
        assertThat(texts(first)).containsExactly("newer");
        assertThat(texts(second)).containsExactly("older");
    }

    @Test
    void anEmptyPageMayHaveACursor() {
        // Given: messages of groups take their place on a page without being shown
        SandboxUser person = sandbox.follower();
        SandboxUser other = sandbox.follower();
        person.writes("before the group");
        value(sandbox.brand()
                .conversations()
                .createGroup(List.of(person.id(), other.id()), Draft.text("not in this list")));
        // When
        EventPage empty = list(1, null);
        EventPage next = list(1, empty.page().next());
        // Then
        assertThat(empty.page().items()).isEmpty();
        assertThat(empty.page().next()).isNotNull();
        assertThat(texts(next)).containsExactly("before the group");
    }

    private EventPage list(int count, @Nullable String cursor) {
        return value(sandbox.brand().messageEvents().list(count, cursor));
    }

    private static List<String> texts(EventPage page) {
        return page.page().items().stream().map(event -> event.data().text()).toList();
    }
}
