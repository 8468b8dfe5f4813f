package com.dmverify.x.dm.v2;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.recorded.RecordedX;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DmV2Test {

    private static final UserId SMALLER = new UserId("750362064426721281");
    private static final UserId LARGER = new UserId("1072250532645998596");
    private static final ConversationId BOTH = new ConversationId("750362064426721281-1072250532645998596");

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();
    private final Conversations conversations = client.conversations();
    private final DmEvents events = client.dmEvents();

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void messagesAreSentToAUserAConversationAndANewGroup() {
        x.says("v2-dm-created.http");
        AcceptedMessage accepted = new AcceptedMessage(BOTH, "1585800613253812228");

        assertThat(ok(conversations.send(LARGER, new Draft("hi", "1146654567674912769"))))
                .isEqualTo(accepted);
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/dm_conversations/with/1072250532645998596/messages");
        assertThat(x.lastAsked().body())
                .isEqualTo("{\"text\":\"hi\",\"attachments\":[{\"media_id\":\"1146654567674912769\"}]}");

        assertThat(ok(conversations.send(BOTH, Draft.text("hi")))).isEqualTo(accepted);
        assertThat(x.lastAsked().line())
                .isEqualTo("POST /2/dm_conversations/750362064426721281-1072250532645998596/messages");

        assertThat(ok(conversations.createGroup(List.of(SMALLER, LARGER), Draft.text("hi"))))
                .isEqualTo(accepted);
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/dm_conversations");
        assertThat(x.lastAsked().body())
                .isEqualTo("{\"conversation_type\":\"Group\",\"participant_ids\":[\"750362064426721281\","
                        + "\"1072250532645998596\"],\"message\":{\"text\":\"hi\"}}");
    }

    @Test
    void aConversationIdHasTheSmallerNumberFirst() {
        assertThat(ConversationId.between(LARGER, SMALLER)).isEqualTo(BOTH);
        assertThat(ConversationId.between(SMALLER, LARGER)).isEqualTo(BOTH);
    }

    @Test
    void anEventIsReadCompletely() {
        // Given
        x.says(200, """
                {"data":[{"id":"1585800613253812228","event_type":"MessageCreate","text":"see",
                 "sender_id":"1072250532645998596","created_at":"2022-10-28T01:01:33.000Z",
                 "dm_conversation_id":"750362064426721281-1072250532645998596",
                 "attachments":{"media_keys":["3_1"]},"referenced_tweets":[{"id":"20"}],"referenced_posts":[{"id":"21"}]},
                 {"id":"1580705121553420292","event_type":"ParticipantsJoin","participant_ids":["750362064426721281"]}],
                 "includes":{"users":[{"id":"1072250532645998596","name":"Dev","username":"TwitterDev"},
                 {"id":"5","name":"Old","username":"a_name_longer_than_fifteen"}],
                 "media":[{"media_key":"3_1","type":"photo","url":"https://pbs.example/1.jpg"}]},
                 "meta":{"result_count":2,"next_token":"18LAA5G1SL0NR5OG0G00ZZZZ","previous_token":"1BLC45G1SL0PMLI0"}}""");
        EventQuery query = EventQuery.latest(2)
                .at("18LAA5G1SL0NR5OG0G00ZZZY")
                .of("MessageCreate", "ParticipantsJoin")
                .including("sender_id", "attachments.media_keys");
        // When
        DmPage page = ok(events.all(query));
        // Then
        assertThat(page.page().items())
                .containsExactly(
                        new DmEvent(
                                "1585800613253812228",
                                "MessageCreate",
                                "see",
                                LARGER,
                                Instant.parse("2022-10-28T01:01:33Z"),
                                BOTH,
                                List.of(),
                                List.of("3_1"),
                                List.of("20", "21")),
                        new DmEvent(
                                "1580705121553420292",
                                "ParticipantsJoin",
                                null,
                                null,
                                null,
                                null,
                                List.of(SMALLER),
                                List.of(),
                                List.of()));
        assertThat(page.page().items().getFirst().toString()).doesNotContain("see");
        assertThat(page.page().next()).isEqualTo("18LAA5G1SL0NR5OG0G00ZZZZ");
        assertThat(page.previous()).isEqualTo("1BLC45G1SL0PMLI0");
        assertThat(page.users()).containsExactly(new XUser(LARGER, new Handle("TwitterDev"), "Dev", null, Set.of()));
        assertThat(page.media()).containsExactly(new DmPage.Media("3_1", "photo", "https://pbs.example/1.jpg"));
        assertThat(x.lastAsked().uri().getPath()).isEqualTo("/2/dm_events");
        assertThat(x.lastAsked().uri().getQuery())
                .isEqualTo("dm_event.fields=attachments,created_at,dm_conversation_id,entities,event_type,id,"
                        + "participant_ids,referenced_tweets,sender_id,text"
                        + "&expansions=sender_id,attachments.media_keys&media.fields=media_key,type,url"
                        + "&max_results=2&event_types=MessageCreate,ParticipantsJoin"
                        + "&pagination_token=18LAA5G1SL0NR5OG0G00ZZZY");
    }

    @Test
    void aListWithoutDataIsEmpty() {
        x.says(200, "{\"meta\":{\"result_count\":0}}");
        EventQuery plain = new EventQuery(100, null, List.of(), List.of(), List.of());

        assertThat(ok(events.with(LARGER, plain)).page().items()).isEmpty();
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /2/dm_conversations/with/1072250532645998596/dm_events?max_results=100");
        assertThat(ok(events.in(BOTH, plain)).page().next()).isNull();
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /2/dm_conversations/750362064426721281-1072250532645998596/dm_events?max_results=100");
    }

    @Test
    void anEventIsReadAndDeleted() {
        x.says(200, "{\"data\":{\"id\":\"20\",\"event_type\":\"MessageCreate\",\"text\":\"see\"}}")
                .says(200, "{\"data\":{\"deleted\":true}}");
        EventQuery plain = new EventQuery(1, null, List.of(), List.of("text"), List.of());

        assertThat(ok(events.one("20", plain)).page().items())
                .singleElement()
                .extracting(DmEvent::text)
                .isEqualTo("see");
        assertThat(x.lastAsked().line()).isEqualTo("GET /2/dm_events/20?dm_event.fields=text");
        assertThat(ok(events.delete("20"))).isTrue();
        assertThat(x.lastAsked().line()).isEqualTo("DELETE /2/dm_events/20");
    }

    @Test
    void anUnknownEventIsNoUnknownUser() {
        x.says(200, """
                {"errors":[{"value":"20","detail":"Could not find event with id: [20].","title":"Not Found Error",
                "resource_type":"dm_event","type":"https://api.twitter.com/2/problems/resource-not-found"}]}""");
        assertThat(error(events.one("20", EventQuery.latest(1)))).isInstanceOf(XError.Rejected.class);
    }

    @Test
    void aUserIsBlockedAndUnblocked() {
        x.says(200, "{\"data\":{\"blocked\":true}}").says(200, "{\"data\":{\"blocked\":false}}");
        assertThat(ok(conversations.block(LARGER))).isTrue();
        assertThat(ok(conversations.unblock(LARGER))).isFalse();
        assertThat(x.asked())
                .extracting(asked -> asked.line())
                .containsExactly(
                        "POST /2/users/1072250532645998596/dm/block", "POST /2/users/1072250532645998596/dm/unblock");
    }

    @Test
    void argumentsBeyondXsLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Draft(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Draft.text(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Draft(null, "abc"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConversationId("../users/me"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConversationId("123"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventQuery.latest(101));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventQuery.latest(1).at("short"));
        assertThatIllegalArgumentException().isThrownBy(() -> events.delete("20/../21"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conversations.createGroup(List.of(LARGER), Draft.text("hi")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conversations.createGroup(Collections.nCopies(50, LARGER), Draft.text("hi")));
        assertThat(Draft.text("493021").toString()).doesNotContain("493021");
    }
}
