package com.dmverify.sandbox.link;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

/** Apps read {@code & < >} as entities; the page shows them as they were written. */
class EscapedTextTest {

    private static final String TEXT = "a & b < c > d &amp;";
    private static final String ESCAPED = "a &amp; b &lt; c &gt; d &amp;amp;";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.INFERENCE)
    void v1EscapesAnswersAndLists() {
        // When
        String sent = brand.v1Dm(ALICE, TEXT).at("/event/message_create/message_data/text");
        // Then
        assertThat(sent).isEqualTo(ESCAPED);
        assertThat(brand.get("/1.1/direct_messages/events/list.json").at("/events/0/message_create/message_data/text"))
                .isEqualTo(ESCAPED);
    }

    @Test
    @Seen(Where.INFERENCE)
    void v2EscapesListsAndLookups() {
        // When
        String id = brand.dm(ALICE, TEXT).at("/data/dm_event_id");
        // Then
        assertThat(brand.get("/2/dm_events/" + id).at("/data/text")).isEqualTo(ESCAPED);
        assertThat(brand.get("/2/dm_conversations/with/" + ALICE + "/dm_events").at("/data/0/text"))
                .isEqualTo(ESCAPED);
    }

    @Test
    @Seen(Where.INFERENCE)
    void positionsOfLinksAreCountedInTheEscapedText() {
        // When
        var sent = brand.v1Dm(ALICE, "a & https://example.com/?a=1&b=2 & c");
        // Then
        String data = "/event/message_create/message_data";
        String text = sent.at(data + "/text");
        assertThat(text).startsWith("a &amp; https://t.co/").endsWith(" &amp; c");
        assertThat(sent.json().at(data + "/entities/urls/0/indices/0").asInt()).isEqualTo(text.indexOf("https"));
        assertThat(sent.at(data + "/entities/urls/0/expanded_url")).isEqualTo("https://example.com/?a=1&b=2");
    }

    @Test
    @Seen(Where.INFERENCE)
    void bothPayloadFormatsEscapeTexts() {
        try (WebhookReceiver receiver = WebhookReceiver.ofBrand();
                Sandbox both = Sandbox.with(
                        "x-sandbox.webhook.url=" + receiver.url(),
                        "x-sandbox.webhook.family=both",
                        "x-sandbox.webhook.start-retry=10ms")) {
            await().until(() -> both.control("GET", "/sandbox/webhooks").json().size() == 1);
            // When
            both.control("POST", "/sandbox/users/alice/dms", "{\"text\":\"" + TEXT + "\"}");
            // Then
            await().until(() -> receiver.genuine().size() == 2);
            assertThat(receiver.genuine())
                    .allSatisfy(delivery ->
                            assertThat(delivery.findValue("text").asString()).isEqualTo(ESCAPED));
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void controlCallsShowTheWrittenText() {
        // When
        brand.dm(ALICE, TEXT);
        // Then
        assertThat(sandbox.control("GET", "/sandbox/users/alice/inbox").at("/0/text"))
                .isEqualTo(TEXT);
        assertThat(sandbox.control("GET", "/sandbox/dms").at("/0/text")).isEqualTo(TEXT);
        assertThat(sandbox.control("GET", "/sandbox/users/alice/conversation").at("/0/text"))
                .isEqualTo(TEXT);
    }
}
