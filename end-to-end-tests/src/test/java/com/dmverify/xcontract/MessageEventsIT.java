package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.failure;
import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.XError.Rejected;
import com.dmverify.x.dm.content.Attachment;
import com.dmverify.x.dm.content.CallToAction;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.content.MessageData;
import com.dmverify.x.dm.content.QuickReply;
import com.dmverify.x.dm.v1.EventPage;
import com.dmverify.x.dm.v1.MessageEvent;
import com.dmverify.x.dm.v1.NewMessage;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Direct Messages of v1.1: their content, and the calls on them. */
class MessageEventsIT {

    private final Sandbox sandbox = Sandbox.shared();

    @Test
    void aMessageIsShownAsItWasSent() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        String id = send(person, Content.text("Hello World!"));
        // Then
        MessageEvent event = shown(id);
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.sender()).isEqualTo(Sandbox.BRAND);
        assertThat(event.recipient()).isEqualTo(person.id());
        assertThat(event.data().text()).isEqualTo("Hello World!");
        assertThat(event.data().entities().links()).isEmpty();
    }

    @Test
    void ourOwnMessageNamesTheAppItWasSentWith() {
        // Given
        String id = send(sandbox.follower(), Content.text("hello"));
        // When
        EventPage page = value(sandbox.brand().messageEvents().show(id));
        // Then
        String app = page.page().items().getFirst().origin().sourceAppId();
        assertThat(app).isNotNull();
        assertThat(page.apps()).containsOnlyKeys(app);
    }

    @Test
    void aReceivedMessageNamesNoApp() {
        // Given
        String id = sandbox.follower().writes("hi");
        // When
        EventPage page = value(sandbox.brand().messageEvents().show(id));
        // Then
        assertThat(page.page().items().getFirst().origin().sourceAppId()).isNull();
        assertThat(page.apps()).isEmpty();
    }

    @Test
    void aMessageCarriesQuickReplies() {
        // Given
        QuickReply reply = new QuickReply(List.of(
                new QuickReply.Option("It was me", "Go on", "yes"), new QuickReply.Option("Not me", "Stop", "no")));
        // When
        MessageData data = sentAndShown(Content.text("Was it you?").with(reply));
        // Then
        assertThat(data.quickReply()).isEqualTo(reply);
    }

    @Test
    void aMessageCarriesButtonsWithLinksOfX() {
        // Given
        CallToAction button = CallToAction.to("Open", URI.create("https://example.com/verify?a=b&c=d"));
        // When
        MessageData data = sentAndShown(Content.text("Open the page").with(button));
        // Then
        CallToAction shown = data.callsToAction().getFirst();
        assertThat(shown.label()).isEqualTo("Open");
        assertThat(shown.url()).isEqualTo(button.url());
        assertThat(shown.tcoUrl()).startsWith("https://t.co/");
    }

    @Test
    void aMessageCarriesACoordinate() {
        // Given
        Attachment point = new Attachment.Coordinate(-122.443893, 37.771718);
        // When
        MessageData data = sentAndShown(Content.text("here").with(point));
        // Then
        assertThat(data.attachment()).isEqualTo(point);
    }

    @Test
    void aMessageCarriesAPlace() {
        // Given
        Attachment place = new Attachment.Place("5a110d312052166f");
        // When
        MessageData data = sentAndShown(Content.text("there").with(place));
        // Then
        assertThat(data.attachment()).isEqualTo(place);
    }

    @Test
    void unknownMediaIsRejected() {
        // Given
        Content content = Content.text("look").with(Attachment.Media.uploaded("710511363345354753"));
        SandboxUser person = sandbox.follower();
        // When
        var sent = sandbox.brand().messageEvents().create(NewMessage.to(person.id(), content));
        // Then
        failure(Rejected.class, sent);
        assertThat(person.inbox()).isEmpty();
    }

    @Test
    void aDestroyedMessageDisappearsFromOurMailboxOnly() {
        // Given
        SandboxUser person = sandbox.follower();
        String id = send(person, Content.text("regretted"));
        // When
        value(sandbox.brand().messageEvents().destroy(id));
        // Then
        failure(Rejected.class, sandbox.brand().messageEvents().show(id));
        assertThat(person.inbox()).containsExactly("regretted");
    }

    @Test
    void typingCanBeIndicated() {
        // Given
        SandboxUser person = sandbox.follower();
        // When
        var done = sandbox.brand().messageEvents().indicateTyping(person.id());
        // Then
        value(done);
    }

    @Test
    void aMessageCanBeMarkedAsRead() {
        // Given
        SandboxUser person = sandbox.follower();
        String last = person.writes("hi");
        // When
        var done = sandbox.brand().messageEvents().markRead(person.id(), last);
        // Then
        value(done);
    }

    @Test
    void anUnknownMessageIsRejected() {
        // Given
        String unknown = "4999999999999999999";
        // When
        var shown = sandbox.brand().messageEvents().show(unknown);
        var destroyed = sandbox.brand().messageEvents().destroy(unknown);
        // Then
        assertThat(failure(Rejected.class, shown).httpStatus()).isEqualTo(404);
        assertThat(failure(Rejected.class, destroyed).httpStatus()).isEqualTo(404);
    }

    private MessageData sentAndShown(Content content) {
        return shown(send(sandbox.follower(), content)).data();
    }

    private String send(SandboxUser person, Content content) {
        return value(sandbox.brand().messageEvents().create(NewMessage.to(person.id(), content)))
                .eventId();
    }

    private MessageEvent shown(String id) {
        return value(sandbox.brand().messageEvents().show(id)).page().items().getFirst();
    }
}
