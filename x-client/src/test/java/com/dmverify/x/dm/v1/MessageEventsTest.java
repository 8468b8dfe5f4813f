package com.dmverify.x.dm.v1;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.call.Done;
import com.dmverify.x.dm.SentMessage;
import com.dmverify.x.dm.content.Attachment;
import com.dmverify.x.dm.content.CallToAction;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.content.Entities;
import com.dmverify.x.dm.content.MessageData;
import com.dmverify.x.dm.content.QuickReply;
import com.dmverify.x.recorded.RecordedX;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageEventsTest {

    private static final UserId SOMEBODY = new UserId("844385345234");

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();
    private final MessageEvents events = client.messageEvents();

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void aMessageIsCreatedWithAllParts() {
        // Given
        x.says("v1-dm-created.http");
        Content content = Content.text("Was it you?")
                .with(new QuickReply(List.of(new QuickReply.Option("It was me", "optional", "external_id_1"))))
                .with(CallToAction.to("Open", URI.create("https://example.com")))
                .with(Attachment.Media.uploaded("710511363345354753"));
        // When
        SentMessage sent = ok(events.create(new NewMessage(SOMEBODY, content, "100001")));
        // Then
        assertThat(sent.eventId()).isEqualTo("1150493286110552068");
        assertThat(x.lastAsked().body()).isEqualTo("""
                {"event":{"type":"message_create","message_create":{"target":{"recipient_id":"844385345234"},\
                "message_data":{"text":"Was it you?",\
                "quick_reply":{"type":"options","options":[{"label":"It was me","description":"optional",\
                "metadata":"external_id_1"}]},\
                "attachment":{"type":"media","media":{"id":"710511363345354753"}},\
                "ctas":[{"type":"web_url","label":"Open","url":"https://example.com"}]},\
                "custom_profile_id":"100001"}}}""");
    }

    @Test
    void aMessageIsCreatedWithAPlace() {
        x.says("v1-dm-created.http");
        events.create(NewMessage.to(SOMEBODY, Content.text("here").with(new Attachment.Coordinate(-122.5, 37.7))));
        assertThat(x.lastAsked().body())
                .contains(
                        "\"attachment\":{\"type\":\"location\",\"location\":{\"type\":\"shared_coordinate\","
                                + "\"shared_coordinate\":{\"coordinates\":{\"type\":\"Point\",\"coordinates\":[-122.5,37.7]}}}}");
        events.create(NewMessage.to(SOMEBODY, Content.text("here").with(new Attachment.Place("df51dec6f4ee2b2c"))));
        assertThat(x.lastAsked().body())
                .contains("\"location\":{\"type\":\"shared_place\",\"shared_place\":"
                        + "{\"place\":{\"id\":\"df51dec6f4ee2b2c\"}}}");
    }

    @Test
    void aListHasCompleteMessages() {
        // Given
        x.says("v1-dm-list.http");
        // When
        EventPage list = ok(events.list(20, null));
        // Then
        MessageEvent event = list.page().items().getFirst();
        assertThat(event)
                .isEqualTo(new MessageEvent(
                        "938178981337088004",
                        Instant.ofEpochMilli(1512500000000L),
                        new UserId("3001969357"),
                        new UserId("3805104374"),
                        new MessageEvent.Origin("123456", "456789", "268278", "100001"),
                        new MessageData(
                                "Blue Bird #yes $TWTR @TwitterAPI https://t.co/KCz0Vbk9bK",
                                new Entities(
                                        List.of("yes"),
                                        List.of("TWTR"),
                                        List.of(new Entities.Mention(new UserId("6253282"), "TwitterAPI")),
                                        List.of(new Entities.Link(
                                                "https://t.co/KCz0Vbk9bK", "https://example.com", "example.com"))),
                                new QuickReply(
                                        List.of(new QuickReply.Option("It was me", "I did it", "external_id_1"))),
                                "external_id_2",
                                new Attachment.Media(
                                        "710511363345354753",
                                        "photo",
                                        "https://ton.twitter.com/1.1/ton/data/dm/1/2/3.jpg"),
                                List.of(new CallToAction(
                                        "Open", URI.create("https://example.com"), "https://t.co/a")))));
        assertThat(list.page().items().getLast().data().attachment())
                .isEqualTo(new Attachment.Coordinate(-122.443893, 37.771718));
        assertThat(list.page().items().getLast().origin()).isEqualTo(new MessageEvent.Origin(null, null, null, null));
        assertThat(list.page().next()).isEqualTo("MTE0MjA5ODA3OTUyNjYwMDcwOA");
        assertThat(list.apps()).containsEntry("268278", new App("268278", "Twitter Web Client", "https://x.com"));
        assertThat(event.toString()).doesNotContain("Blue Bird");
    }

    @Test
    void anEmptyPageMayHaveANextOne() {
        x.says(200, "{\"events\":[],\"next_cursor\":\"MTE0MjA5ODA3OTUyNjYwMDcwOA\"}")
                .says(200, "{\"events\":[]}");
        assertThat(ok(events.list(50, null)).page().next()).isNotNull();
        assertThat(ok(events.list(50, "a=b")).page().next()).isNull();
        assertThat(x.lastAsked().line()).isEqualTo("GET /1.1/direct_messages/events/list.json?count=50&cursor=a%3Db");
    }

    @Test
    void oneMessageIsShown() {
        x.says("v1-dm-created.http");
        assertThat(ok(events.show("1150493286110552068")).page().items())
                .singleElement()
                .extracting(event -> event.data().text())
                .isEqualTo("test message");
        assertThat(x.lastAsked().line()).isEqualTo("GET /1.1/direct_messages/events/show.json?id=1150493286110552068");
    }

    @Test
    void anEmptyResponseMeansDone() {
        x.says("v1-no-content.http");
        assertThat(ok(events.destroy("20"))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("DELETE /1.1/direct_messages/events/destroy.json?id=20");
        assertThat(ok(events.indicateTyping(SOMEBODY))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().body()).isEqualTo("recipient_id=844385345234");
        assertThat(x.lastAsked().header("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(ok(events.markRead(SOMEBODY, "20"))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("POST /1.1/direct_messages/mark_read.json");
        assertThat(x.lastAsked().body()).isEqualTo("last_read_event_id=20&recipient_id=844385345234");
    }

    @Test
    void aDeletedMessageIsNotFound() {
        x.says(404, "{\"errors\":[{\"code\":34,\"message\":\"Sorry, that page does not exist.\"}]}");
        assertThat(error(events.show("20"))).isInstanceOf(XError.Rejected.class);
    }

    @Test
    void argumentsBeyondXsLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> events.list(0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> events.list(51, null));
        assertThatIllegalArgumentException().isThrownBy(() -> events.show("20&id=21"));
        assertThatIllegalArgumentException().isThrownBy(() -> events.destroy(""));
        assertThatIllegalArgumentException().isThrownBy(() -> events.markRead(SOMEBODY, "x"));
    }
}
