package com.dmverify.x.dm;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimit.Window;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.recorded.RecordedX;
import com.dmverify.x.recorded.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectMessagesTest {

    private static final UserId SOMEBODY = new UserId("750362064426721281");
    private static final UserId BRAND = new UserId("1072250532645998596");

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();
    private final DirectMessages v2 = client.directMessages(ApiVersion.V2);
    private final DirectMessages v1 = client.directMessages(ApiVersion.V1_1);

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void v2SendsAMessage() {
        // Given
        x.says("v2-dm-created.http");
        // When
        Answer<SentMessage> answer = v2.send(SOMEBODY, "Your code is 493021 ☃ \"quoted\"");
        // Then
        assertThat(ok(answer)).isEqualTo(new SentMessage("1585800613253812228", Set.of(SOMEBODY, BRAND)));
        assertThat(answer.limits().of(Window.FIFTEEN_MINUTES))
                .contains(new RateLimit(Window.FIFTEEN_MINUTES, 200, 199, Instant.ofEpochSecond(1666910000)));
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/dm_conversations/with/750362064426721281/messages");
        assertThat(x.lastAsked().header("content-type")).isEqualTo("application/json");
        assertThat(x.lastAsked().header("user-agent")).isEqualTo("dm-verify");
        assertThat(x.lastAsked().body()).isEqualTo("{\"text\":\"Your code is 493021 ☃ \\\"quoted\\\"\"}");
        assertThat(x.lastAsked().header("authorization")).startsWith("OAuth ").contains("oauth_signature=\"");
    }

    @Test
    void v1SendsAMessage() {
        // Given
        x.says("v1-dm-created.http");
        // When
        Answer<SentMessage> answer = v1.send(SOMEBODY, "test message");
        // Then
        assertThat(ok(answer)).isEqualTo(new SentMessage("1150493286110552068", Set.of(BRAND)));
        assertThat(answer.limits().all()).isEmpty();
        assertThat(x.lastAsked().line()).isEqualTo("POST /1.1/direct_messages/events/new.json");
        assertThat(x.lastAsked().body())
                .contains("\"type\":\"message_create\"")
                .contains("\"target\":{\"recipient_id\":\"750362064426721281\"}")
                .contains("\"message_data\":{\"text\":\"test message\"}");
    }

    @Test
    void v2ReadsTheConversation() {
        // Given
        x.says("v2-dm-events.http");
        // When
        Answer<RecentMessages> answer = v2.recentWith(SOMEBODY);
        // Then
        assertThat(ok(answer).messages())
                .containsExactly(
                        new Message(
                                "1585800613253812228",
                                BRAND,
                                SOMEBODY,
                                "Testing 2",
                                Instant.parse("2022-10-28T01:01:33Z")),
                        // Without a time stamp, the time in the id counts.
                        new Message(
                                "1580705121553420292",
                                SOMEBODY,
                                BRAND,
                                "Testing 1",
                                Instant.ofEpochMilli((1580705121553420292L >> 22) + 1288834974657L)));
        assertThat(x.lastAsked().uri().getPath()).isEqualTo("/2/dm_conversations/with/750362064426721281/dm_events");
        assertThat(x.lastAsked().uri().getQuery())
                .contains("dm_event.fields=id,event_type,text,sender_id,created_at,dm_conversation_id,attachments")
                .contains("event_types=MessageCreate");
    }

    @Test
    void v2ReadsAllConversationsWithTheirRecipients() {
        // Given
        x.says(200, """
                {"data":[
                 {"id":"30","event_type":"MessageCreate","text":"to","sender_id":"1072250532645998596",
                  "dm_conversation_id":"750362064426721281-1072250532645998596"},
                 {"id":"20","event_type":"MessageCreate","text":"from","sender_id":"750362064426721281",
                  "dm_conversation_id":"750362064426721281-1072250532645998596"},
                 {"id":"10","event_type":"MessageCreate","text":"group","sender_id":"1072250532645998596",
                  "dm_conversation_id":"1578398451921985538"}],
                 "meta":{"result_count":3,"next_token":"18LAA5G1SL0NR5OG0G00ZZZZ"}}""");
        // When
        RecentMessages page = ok(v2.recent("7140dibdnow9c7btw482f"));
        // Then
        assertThat(page.messages()).extracting(Message::recipient).containsExactly(SOMEBODY, BRAND, null);
        assertThat(page.older()).isEqualTo("18LAA5G1SL0NR5OG0G00ZZZZ");
        assertThat(x.lastAsked().uri().getPath()).isEqualTo("/2/dm_events");
        assertThat(x.lastAsked().uri().getQuery())
                .contains("dm_conversation_id", "max_results=100", "pagination_token=7140dibdnow9c7btw482f");
        assertThat(v2.readsOneConversation()).isTrue();
    }

    @Test
    void v2RefusesAListWithoutConversationIds() {
        // Given
        x.says(200, """
                {"data":[{"id":"30","event_type":"MessageCreate","text":"to","sender_id":"1072250532645998596"}],
                 "meta":{"result_count":1}}""");
        // Then
        assertThat(error(v2.recent(null))).isInstanceOf(XError.Unavailable.class);
        assertThat(ok(v2.recentWith(SOMEBODY)).messages())
                .extracting(Message::recipient)
                .containsOnlyNulls();
    }

    @Test
    void aMessageWithoutATextIsUnreadable() {
        // Given
        x.says(200, """
                {"data":[{"id":"30","sender_id":"1072250532645998596","dm_conversation_id":"1-2"}],
                 "meta":{"result_count":1}}""").says(200, """
                {"data":[{"id":"30","sender_id":"1072250532645998596","dm_conversation_id":"1-2",
                          "attachments":{"media_keys":["3_1"]}}],
                 "meta":{"result_count":1}}""");
        // Then
        assertThat(error(v2.recentWith(SOMEBODY))).isInstanceOf(XError.Unavailable.class);
        assertThat(ok(v2.recentWith(SOMEBODY)).messages()).hasSize(1);
    }

    @Test
    void v2ReadsAnEmptyConversationWithoutData() {
        x.says(200, "{\"meta\":{\"result_count\":0}}");
        assertThat(ok(v2.recentWith(SOMEBODY)).messages()).isEmpty();
    }

    @Test
    void v2RefusesAResponseWithoutMeta() {
        x.says(200, "{}");
        assertThat(error(v2.recentWith(SOMEBODY))).isInstanceOf(XError.Unavailable.class);
    }

    @Test
    void v1FiltersByParticipant() {
        // Given
        x.says(200, """
                {"events":[
                 {"type":"message_create","id":"30","created_timestamp":"1563133949197","message_create":
                  {"target":{"recipient_id":"750362064426721281"},"sender_id":"1072250532645998596",
                   "message_data":{"text":"to"}}},
                 {"type":"message_create","id":"20","created_timestamp":"1563133949196","message_create":
                  {"target":{"recipient_id":"1072250532645998596"},"sender_id":"750362064426721281",
                   "message_data":{"text":"from"}}},
                 {"type":"message_create","id":"10","created_timestamp":"1563133949195","message_create":
                  {"target":{"recipient_id":"1072250532645998596"},"sender_id":"5","message_data":{"text":"else"}}}]}""");
        // When
        List<Message> messages = ok(v1.recentWith(SOMEBODY)).messages();
        List<Message> all = ok(v1.recent(null)).messages();
        // Then
        assertThat(messages).extracting(Message::text).containsExactly("to", "from");
        assertThat(all).extracting(Message::recipient).containsExactly(SOMEBODY, BRAND, BRAND);
        assertThat(v1.readsOneConversation()).isFalse();
        assertThat(messages.getFirst().createdAt()).isEqualTo(Instant.ofEpochMilli(1563133949197L));
    }

    @Test
    void v1IsNotInEveryPlan() {
        x.says("v1-plan.http");
        assertThat(error(v1.send(SOMEBODY, "hello"))).isInstanceOf(XError.AppMisconfigured.class);
    }

    @Test
    void aPageOfAnEdgeServerIsAnUnknownOutcome() {
        x.says("edge-over-capacity.http");
        assertThat(error(v2.send(SOMEBODY, "hello"))).isInstanceOf(XError.UnknownOutcome.class);
        assertThat(error(v2.recentWith(SOMEBODY))).isInstanceOf(XError.Unavailable.class);
    }

    @Test
    void anUnreadableSuccessIsAnUnknownOutcome() {
        x.says(201, "{\"data\":{\"dm_event_id\":\"not-a-number\"}}")
                .says(201, "")
                .says(200, "<html>");
        assertThat(error(v2.send(SOMEBODY, "hello"))).isInstanceOf(XError.UnknownOutcome.class);
        assertThat(error(v2.send(SOMEBODY, "hello"))).isInstanceOf(XError.UnknownOutcome.class);
        assertThat(error(v2.send(SOMEBODY, "hello"))).isInstanceOf(XError.UnknownOutcome.class);
    }

    @Test
    void theLatestResetOfExhaustedWindowsCounts() {
        // Given
        x.says(Recording.of(429, "{\"title\":\"Too Many Requests\",\"status\":429}")
                .with("x-rate-limit-limit", "15")
                .with("x-rate-limit-remaining", "9")
                .with("x-rate-limit-reset", "1700000900")
                .with("x-user-limit-24hour-limit", "1440")
                .with("x-user-limit-24hour-remaining", "0")
                .with("x-user-limit-24hour-reset", "1700086400")
                .with("x-app-limit-24hour-limit", "1440")
                .with("x-app-limit-24hour-remaining", "7")
                .with("x-app-limit-24hour-reset", "1700090000"));
        // When
        Answer<SentMessage> answer = v2.send(SOMEBODY, "hello");
        // Then
        assertThat(error(answer))
                .isEqualTo(new XError.Throttled(Instant.ofEpochSecond(1700086400), "Too Many Requests", 429));
        assertThat(answer.limits().all()).hasSize(3);
    }

    @Test
    void theLaterOfResetAndRetryAfterCounts() {
        // Given
        Instant now = Instant.parse("2026-07-01T12:00:00Z");
        Recording exhausted = Recording.of(429, "")
                .with("x-rate-limit-limit", "15")
                .with("x-rate-limit-remaining", "0")
                .with("x-rate-limit-reset", Long.toString(now.plusSeconds(60).getEpochSecond()));
        x.says(exhausted.with("retry-after", "90")).says(exhausted.with("retry-after", "30"));
        try (XClient fixed = XClient.builder()
                .baseUrl(x.url())
                .credentials(RecordedX.BRAND)
                .clock(() -> now)
                .build()) {
            DirectMessages messages = fixed.directMessages(ApiVersion.V2);
            // When
            XError first = error(messages.send(SOMEBODY, "hello"));
            XError second = error(messages.send(SOMEBODY, "hello"));
            // Then
            assertThat(((XError.Throttled) first).until()).isEqualTo(now.plusSeconds(90));
            assertThat(((XError.Throttled) second).until()).isEqualTo(now.plusSeconds(60));
        }
    }

    @Test
    void withoutATimeUntilIsNull() {
        x.says(429, "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}");
        assertThat(error(v2.send(SOMEBODY, "hello"))).isEqualTo(new XError.Throttled(null, "Rate limit exceeded", 429));
    }

    private static <T> T ok(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }

    private static XError error(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).error();
    }
}
