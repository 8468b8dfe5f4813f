package com.dmverify.sandbox.v2;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.RECORDING)
    void anEmptyPageHasNoData() {
        assertThat(brand.get("/2/dm_events").text()).isEqualTo("{\"meta\":{\"result_count\":0}}");
    }

    @Test
    @Seen(Where.RECORDING)
    void eventsAreListedNewestFirstWithThreeFields() {
        // Given
        brand.dm(ALICE, "one");
        brand.dm(CAROL, "two");
        // When
        Answer answer = brand.get("/2/dm_events");
        // Then
        assertThat(answer.at("/data/0/text")).isEqualTo("two");
        assertThat(answer.json().at("/data/0").propertyNames()).containsExactly("id", "event_type", "text");
        assertThat(answer.json().at("/meta/result_count").intValue()).isEqualTo(2);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aConversationListsItsOwnMessagesOnly() {
        // Given
        brand.dm(ALICE, "for Alice");
        brand.dm(CAROL, "for Carol");
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"for us\"}");
        // When
        Answer byUser = brand.get("/2/dm_conversations/with/" + ALICE
                + "/dm_events?dm_event.fields=sender_id,created_at,dm_conversation_id&expansions=sender_id");
        Answer byId = brand.get("/2/dm_conversations/" + BRAND + "-" + ALICE + "/dm_events");
        // Then
        assertThat(byUser.json().at("/data")).hasSize(2);
        assertThat(byUser.at("/data/0/sender_id")).isEqualTo(ALICE);
        assertThat(byUser.at("/data/1/sender_id")).isEqualTo(BRAND);
        assertThat(byUser.at("/data/0/dm_conversation_id")).isEqualTo(BRAND + "-" + ALICE);
        assertThat(byUser.at("/data/0/created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(byUser.json().at("/includes/users")).hasSize(2);
        assertThat(byId.json().at("/data")).hasSize(2);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void pagesAreLinkedByTokens() {
        // Given
        brand.dm(ALICE, "one");
        brand.dm(ALICE, "two");
        // When
        Answer first = brand.get("/2/dm_events?max_results=1");
        String token = first.at("/meta/next_token");
        Answer second = brand.get("/2/dm_events?max_results=1&pagination_token=" + token);
        // Then
        assertThat(token).hasSizeGreaterThanOrEqualTo(16);
        assertThat(first.at("/data/0/text")).isEqualTo("two");
        assertThat(second.at("/data/0/text")).isEqualTo("one");
        assertThat(second.json().at("/meta").has("next_token")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void oneEventCanBeReadAndDeleted() {
        // Given
        String id = brand.dm(ALICE, "one").at("/data/dm_event_id");
        // When
        String text = brand.get("/2/dm_events/" + id).at("/data/text");
        Answer deleted = brand.delete("/2/dm_events/" + id);
        // Then
        assertThat(text).isEqualTo("one");
        assertThat(deleted.text()).isEqualTo("{\"data\":{\"deleted\":true}}");
        assertThat(brand.get("/2/dm_events/" + id).at("/errors/0/title")).isEqualTo("Not Found Error");
    }
}
