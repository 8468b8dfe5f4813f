package com.dmverify.sandbox.link;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

/** The text that apps read has other links than the text that was sent. */
class LinksOnTheWireTest {

    private static final String TEXT = "look: https://example.com/a";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void v1() {
        // When
        Answer sent = brand.v1Dm(ALICE, TEXT);
        // Then
        String data = "/event/message_create/message_data";
        String url = sent.at(data + "/entities/urls/0/url");
        assertThat(sent.at(data + "/text")).isEqualTo("look: " + url);
        assertThat(sent.at(data + "/entities/urls/0/expanded_url")).isEqualTo("https://example.com/a");
        assertThat(sent.at(data + "/entities/urls/0/display_url")).isEqualTo("example.com/a");
        assertThat(sent.at(data + "/entities/urls/0/indices/0")).isEqualTo("6");
        assertThat(sent.at(data + "/entities/urls/0/indices/1")).isEqualTo("29");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void v2() {
        // Given
        String id = brand.dm(ALICE, TEXT).at("/data/dm_event_id");
        // When
        Answer event = brand.get("/2/dm_events/" + id + "?dm_event.fields=entities");
        Answer plain = brand.get("/2/dm_events/" + id);
        // Then
        assertThat(event.at("/data/text")).startsWith("look: https://t.co/");
        assertThat(event.at("/data/entities/urls/0/start")).isEqualTo("6");
        assertThat(event.at("/data/entities/urls/0/end")).isEqualTo("29");
        assertThat(event.at("/data/entities/urls/0/expanded_url")).isEqualTo("https://example.com/a");
        assertThat(plain.at("/data/text")).startsWith("look: https://t.co/");
        assertThat(plain.json().at("/data").has("entities")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void deliveries() {
        try (WebhookReceiver receiver = WebhookReceiver.ofBrand()) {
            // Given
            brand.post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
            // When
            sandbox.control("POST", "/sandbox/users/alice/dms", "{\"text\":\"" + TEXT + "\"}");
            // Then
            await().until(() -> receiver.genuine().size() == 1);
            assertThat(receiver.genuine()
                            .getFirst()
                            .at("/direct_message_events/0/message_create/message_data/text")
                            .asString())
                    .startsWith("look: https://t.co/");
        } finally {
            Sandbox.fresh();
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void controlCallsShowTheWrittenUrl() {
        // Given
        brand.dm(ALICE, TEXT);
        brand.dm(ALICE, TEXT);
        // Then
        assertThat(sandbox.control("GET", "/sandbox/users/alice/inbox").at("/0/text"))
                .isEqualTo(TEXT);
        assertThat(sandbox.control("GET", "/sandbox/stats").at("/duplicates")).isEqualTo("1");
    }
}
