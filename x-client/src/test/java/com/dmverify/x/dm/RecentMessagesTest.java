package com.dmverify.x.dm;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.recorded.RecordedX;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How far back a page looks. */
class RecentMessagesTest {

    private static final UserId SOMEBODY = new UserId("750362064426721281");
    private static final Instant OLDEST = Instant.ofEpochMilli(1563133949196L);
    private static final String CURSOR = "MTE0MjA5ODA3OTUyNjYwMDcwOA";
    private static final String TOKEN = "18LAA5G1SL0NR5OG0G00ZZZZ";

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
    void aPageReachesBackToInstantsAfterItsOldestEvent() {
        RecentMessages page = new RecentMessages(List.of(), OLDEST, CURSOR);
        assertThat(page.reachesBackTo(OLDEST.plusMillis(1))).isTrue();
        assertThat(page.reachesBackTo(OLDEST)).isFalse();
        assertThat(page.reachesBackTo(OLDEST.minusMillis(1))).isFalse();
    }

    @Test
    void theLastPageReachesBackToAnyInstant() {
        assertThat(new RecentMessages(List.of(), OLDEST, null).reachesBackTo(Instant.EPOCH))
                .isTrue();
        assertThat(new RecentMessages(List.of(), null, null).reachesBackTo(Instant.EPOCH))
                .isTrue();
    }

    @Test
    void anEmptyPageInTheMiddleReachesBackToNoInstant() {
        assertThat(new RecentMessages(List.of(), null, CURSOR).reachesBackTo(Instant.MAX))
                .isFalse();
    }

    @Test
    void aContradictoryPageIsRefused() {
        Message message = new Message("20", SOMEBODY, null, "T", OLDEST);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecentMessages(List.of(message), null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecentMessages(List.of(), OLDEST, " "));
    }

    @Test
    void v2ReadsOlderPages() {
        // Given
        x.says("v2-dm-events.http").says(200, "{\"meta\":{\"result_count\":0}}");
        // When
        RecentMessages newest = ok(v2.recentWith(SOMEBODY, null));
        RecentMessages last = ok(v2.recentWith(SOMEBODY, newest.older()));
        // Then
        assertThat(newest.messages()).extracting(Message::text).containsExactly("Testing 2", "Testing 1");
        assertThat(newest.oldest()).isEqualTo(EventIds.timeOf("1580705121553420292"));
        assertThat(newest.older()).isEqualTo(TOKEN);
        assertThat(last).isEqualTo(new RecentMessages(List.of(), null, null));
        assertThat(x.asked())
                .extracting(asked -> asked.uri().getRawQuery())
                .allSatisfy(query -> assertThat(query).contains("max_results=100"))
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("pagination_token"),
                        second -> assertThat(second).contains("pagination_token=" + TOKEN));
    }

    @Test
    void v1UsesTheOldestEventOfAllConversations() {
        // Given
        x.says(200, pageOfOthers(CURSOR));
        // When
        RecentMessages page = ok(v1.recentWith(SOMEBODY, null));
        // Then
        assertThat(page).isEqualTo(new RecentMessages(List.of(), OLDEST, CURSOR));
        assertThat(x.lastAsked().uri().getRawQuery()).isEqualTo("count=50");
    }

    @Test
    void v1ReadsOlderPages() {
        // Given
        x.says(200, "{\"events\":[],\"next_cursor\":\"" + CURSOR + "\"}")
                .says(200, "{\"events\":[" + event(SOMEBODY, 0) + "]}");
        // When
        RecentMessages empty = ok(v1.recentWith(SOMEBODY, null));
        RecentMessages last = ok(v1.recentWith(SOMEBODY, empty.older()));
        // Then
        assertThat(empty).isEqualTo(new RecentMessages(List.of(), null, CURSOR));
        assertThat(last.messages()).extracting(Message::sender).containsExactly(SOMEBODY);
        assertThat(last.older()).isNull();
        assertThat(x.asked())
                .extracting(asked -> asked.uri().getRawQuery())
                .containsExactly("count=50", "count=50&cursor=" + CURSOR);
    }

    @ParameterizedTest
    @EnumSource
    void onePageIsOneCall(ApiVersion apiVersion) {
        // Given
        x.says(429, "").says(200, "{}");
        DirectMessages messages = client.directMessages(apiVersion);
        // When
        Answer<RecentMessages> throttled = messages.recentWith(SOMEBODY, null);
        Answer<RecentMessages> unreadable = messages.recentWith(SOMEBODY, null);
        // Then
        assertThat(error(throttled)).isInstanceOf(XError.Throttled.class);
        assertThat(error(unreadable)).isInstanceOf(XError.Unavailable.class);
        assertThat(x.asked()).hasSize(2);
    }

    @Test
    void aBlankTokenIsUnreadable() {
        x.says(200, "{\"meta\":{\"result_count\":0,\"next_token\":\"\"}}")
                .says(200, "{\"events\":[],\"next_cursor\":\"\"}");
        assertThat(error(v2.recentWith(SOMEBODY, null))).isInstanceOf(XError.Unavailable.class);
        assertThat(error(v1.recentWith(SOMEBODY, null))).isInstanceOf(XError.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"PT-1H, true", "PT23H, true", "PT49H, false", "P-10000D, false"})
    void aMessageWithAnImpossibleTimeIsUnreadable(Duration fromNow, boolean isPossible) {
        Instant createdAt = Clock.systemUTC().instant().plus(fromNow).truncatedTo(ChronoUnit.MILLIS);
        x.says(200, "{\"events\":[" + event(SOMEBODY, createdAt) + "]}").says(200, """
                        {"meta":{"result_count":1},"data":[{"id":"20","event_type":"MessageCreate","text":"T",
                         "sender_id":"5","dm_conversation_id":"5-6","created_at":"%s"}]}""".formatted(createdAt));
        for (DirectMessages messages : List.of(v1, v2)) {
            Answer<RecentMessages> answer = messages.recentWith(SOMEBODY, null);
            if (isPossible) {
                assertThat(ok(answer).messages()).extracting(Message::createdAt).containsExactly(createdAt);
            } else {
                assertThat(error(answer)).isInstanceOf(XError.Unavailable.class);
            }
        }
    }

    /** Fifty events of other conversations, newest first, the last one at {@link #OLDEST}. */
    private static String pageOfOthers(String cursor) {
        return IntStream.range(0, 50)
                .mapToObj(number -> event(new UserId("5"), 49 - number))
                .collect(Collectors.joining(",", "{\"next_cursor\":\"" + cursor + "\",\"events\":[", "]}"));
    }

    private static String event(UserId sender, int millisLater) {
        return event(sender, OLDEST.plusMillis(millisLater));
    }

    private static String event(UserId sender, Instant at) {
        return """
                {"type":"message_create","id":"10","created_timestamp":"%d","message_create":
                 {"target":{"recipient_id":"1072250532645998596"},"sender_id":"%s","message_data":{"text":"T"}}}""".formatted(at.toEpochMilli(), sender.value());
    }
}
