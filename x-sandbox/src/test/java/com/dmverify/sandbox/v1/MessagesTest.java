package com.dmverify.sandbox.v1;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BOB;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static com.dmverify.sandbox.testing.XClient.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final String EVENTS = "/1.1/direct_messages/events/";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.RECORDING)
    void anAcceptedDmIsA200WithTheMessageAndWithoutLimits() {
        // When
        Answer answer = brand.v1Dm(ALICE, "Your code is 493021");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/event/type")).isEqualTo("message_create");
        assertThat(answer.at("/event/message_create/sender_id")).isEqualTo(BRAND);
        assertThat(answer.at("/event/message_create/target/recipient_id")).isEqualTo(ALICE);
        assertThat(answer.at("/event/message_create/message_data/text")).isEqualTo("Your code is 493021");
        assertThat(answer.json()
                        .at("/event/message_create/message_data/entities/urls")
                        .isArray())
                .isTrue();
        assertThat(answer.json().has("apps")).isFalse();
        assertThat(answer.header("x-rate-limit-limit")).isEmpty();
        assertThat(answer.header("x-access-level")).isEqualTo("read-write-directmessages");
    }

    @Test
    @Seen(Where.RECORDING)
    void theIdOfAMessageContainsItsTime() {
        // When
        Answer answer = brand.v1Dm(ALICE, "hello");
        // Then
        long id = Long.parseLong(answer.at("/event/id"));
        long created = Long.parseLong(answer.at("/event/created_timestamp"));
        assertThat((id >> 22) + 1_288_834_974_657L).isBetween(created - 1000, created + 1000);
    }

    @Test
    @Seen(Where.RECORDING)
    void theRecipientCanBeANumber() {
        // When
        Answer answer = brand.post(
                EVENTS + "new.json",
                "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":{\"recipient_id\":" + ALICE
                        + "},\"message_data\":{\"text\":\"hi\"}}}}");
        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        BOB + ",403,150",
        MALLORY + ",403,63",
        "42,404,50",
    })
    @Seen(Where.DOCUMENTATION)
    void eachUnreachableRecipientHasACode(String recipient, int status, int code) {
        // When
        Answer answer = brand.v1Dm(recipient, "hi");
        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aTooLongTextIsRejected() {
        // When
        Answer longest = brand.v1Dm(ALICE, "x".repeat(10_000));
        Answer tooLong = brand.v1Dm(ALICE, "x".repeat(10_001));
        // Then
        assertThat(longest.status()).isEqualTo(200);
        assertThat(tooLong.status()).isEqualTo(403);
        assertThat(tooLong.code()).isEqualTo(354);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theAnswerContainsQuickRepliesAndButtons() {
        // When
        Answer answer = brand.post(
                EVENTS + "new.json",
                "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":{\"recipient_id\":\"" + ALICE
                        + "\"},\"message_data\":{\"text\":\"Was it you?\",\"quick_reply\":{\"type\":\"options\","
                        + "\"options\":[{\"label\":\"It was me\",\"metadata\":\"yes\"}]},"
                        + "\"ctas\":[{\"type\":\"web_url\",\"label\":\"Open\",\"url\":\"https://example.com\"}]}}}}");
        // Then
        assertThat(answer.at("/event/message_create/message_data/quick_reply/options/0/label"))
                .isEqualTo("It was me");
        assertThat(answer.at("/event/message_create/message_data/ctas/0/tco_url"))
                .startsWith("https://t.co/");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void quickRepliesHaveLimits() {
        // When
        Answer longLabel = quickReply("{\"label\":\"" + "x".repeat(37) + "\"}");
        Answer emoji = quickReply("{\"label\":\"" + "🐦".repeat(36) + "\"}");
        Answer halfDescribed = quickReply("{\"label\":\"a\",\"description\":\"b\"},{\"label\":\"c\"}");
        Answer none = quickReply("");
        // Then
        assertThat(longLabel.status()).isEqualTo(400);
        assertThat(emoji.status()).isEqualTo(200);
        assertThat(halfDescribed.status()).isEqualTo(400);
        assertThat(none.status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theListHasBothDirectionsNewestFirst() {
        // Given
        brand.v1Dm(ALICE, "from us");
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"to us\"}");
        // When
        Answer list = brand.get(EVENTS + "list.json?count=50&include_ext_alt_text=true");
        // Then
        assertThat(list.at("/events/0/message_create/message_data/text")).isEqualTo("to us");
        assertThat(list.at("/events/1/message_create/message_data/text")).isEqualTo("from us");
        String app = list.at("/events/1/message_create/source_app_id");
        assertThat(list.at("/apps/" + app + "/name")).isEqualTo("DM Verify Demo");
        assertThat(list.json().at("/events/0/message_create").has("source_app_id"))
                .isFalse();
        assertThat(list.json().has("next_cursor")).isFalse();
        assertThat(list.header("x-rate-limit-limit")).isEqualTo("15");
    }

    @Test
    @Seen(Where.RECORDING)
    void aCursorIsTheUnpaddedBase64OfAnIdAndAnEmptyPageEndsTheList() {
        // Given
        brand.v1Dm(ALICE, "one");
        brand.v1Dm(ALICE, "two");
        // When
        Answer first = brand.get(EVENTS + "list.json?count=2");
        String cursor = first.at("/next_cursor");
        Answer second = brand.get(EVENTS + "list.json?count=2&cursor=" + cursor);
        // Then
        assertThat(new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII))
                .isEqualTo(first.at("/events/1/id"));
        assertThat(cursor).doesNotContain("=");
        assertThat(second.json().at("/events")).isEmpty();
        assertThat(second.json().has("next_cursor")).isFalse();
    }

    @Test
    @Seen(Where.RECORDING)
    void anEmptyPageMayHaveACursor() {
        // Given
        brand.v1Dm(ALICE, "one");
        brand.post(
                "/2/dm_conversations",
                "{\"conversation_type\":\"Group\",\"participant_ids\":[\"" + ALICE + "\",\"" + CAROL
                        + "\"],\"message\":{\"text\":\"in a group\"}}");
        // When
        Answer first = brand.get(EVENTS + "list.json?count=1");
        Answer second = brand.get(EVENTS + "list.json?count=1&cursor=" + first.at("/next_cursor"));
        // Then
        assertThat(first.json().at("/events")).isEmpty();
        assertThat(second.at("/events/0/message_create/message_data/text")).isEqualTo("one");
    }

    @Test
    @Seen(Where.RECORDING)
    void destroyingAMessageIsA204AndKeepsTheOtherMailbox() {
        // Given
        String id = brand.v1Dm(ALICE, "oops").at("/event/id");
        // When
        Answer destroyed = brand.delete(EVENTS + "destroy.json?id=" + id);
        // Then
        assertThat(destroyed.status()).isEqualTo(204);
        assertThat(destroyed.header("content-type")).startsWith("text/html");
        assertThat(brand.get(EVENTS + "show.json?id=" + id).code()).isEqualTo(34);
        assertThat(sandbox.control("GET", "/sandbox/users/" + ALICE + "/inbox").at("/0/text"))
                .isEqualTo("oops");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRetiredPathDoesNotExist() {
        // When
        Answer answer = brand.postForm("/1.1/direct_messages/new.json", "user_id=1&text=hi");
        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(34);
    }

    @Test
    @Seen(Where.RECORDING)
    void signalsTakeTheirParametersFromQueryOrForm() {
        // When
        Answer query = brand.post("/1.1/direct_messages/indicate_typing.json?recipient_id=" + ALICE, "");
        Answer form =
                brand.postForm("/1.1/direct_messages/mark_read.json", "last_read_event_id=1&recipient_id=" + ALICE);
        Answer missing = brand.postForm("/1.1/direct_messages/mark_read.json", "recipient_id=" + ALICE);
        // Then
        assertThat(query.status()).isEqualTo(204);
        assertThat(form.status()).isEqualTo(204);
        assertThat(missing.code()).isEqualTo(38);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theSelfServePlanHasNoV1Messages() {
        // Given
        sandbox.control("PUT", "/sandbox/plan", "{\"plan\":\"self-serve\"}");
        // When
        Answer old = brand.v1Dm(ALICE, "hi");
        Answer current = brand.dm(ALICE, "hi");
        // Then
        assertThat(old.status()).isEqualTo(403);
        assertThat(old.code()).isEqualTo(453);
        assertThat(current.status()).isEqualTo(201);
    }

    private Answer quickReply(String options) {
        return brand.post(
                EVENTS + "new.json",
                "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":{\"recipient_id\":\"" + ALICE
                        + "\"},\"message_data\":{\"text\":\"?\",\"quick_reply\":{\"type\":\"options\",\"options\":["
                        + options + "]}}}}}");
    }
}
