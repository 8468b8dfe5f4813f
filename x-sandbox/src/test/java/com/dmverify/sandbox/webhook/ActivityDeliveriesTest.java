package com.dmverify.sandbox.webhook;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BOB;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The deliveries of X Activity: each contains one event of one user, in the captured format. */
class ActivityDeliveriesTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();
    private final WebhookReceiver receiver = WebhookReceiver.ofBrand();
    private String webhook = "";

    @BeforeEach
    void register() {
        webhook = brand.post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}")
                .at("/data/id");
    }

    @AfterEach
    void close() {
        Sandbox.fresh();
        receiver.close();
    }

    @Test
    @Seen(Where.RECORDING)
    void aReceivedMessageHasTheRecordedPayload() {
        // Given
        subscribe("dm.received", ",\"tag\":\"mail\"");
        // When
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"hey\"}");
        // Then
        JsonNode data = only().at("/data");
        assertThat(data.at("/event_type").asString()).isEqualTo("dm.received");
        assertThat(data.at("/event_uuid").asString()).matches("-?[0-9]+");
        assertThat(data.at("/filter/user_id").asString()).isEqualTo(BRAND);
        assertThat(data.at("/tag").asString()).isEqualTo("mail");
        JsonNode event = data.at("/payload/direct_message_events/0/message_create");
        assertThat(event.at("/sender_id").asString()).isEqualTo(ALICE);
        assertThat(event.at("/message_data/text").asString()).isEqualTo("hey");
        JsonNode sender = data.at("/payload/users/" + ALICE + "/data");
        assertThat(sender.at("/username").asString()).isEqualTo("alice");
        assertThat(sender.at("/public_metrics/followers_count_str").asString()).isEqualTo("0");
        assertThat(data.has("for_user_id")).isFalse();
        assertThat(data.at("/payload").has("apps")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void onlySubscribedEventsAreDelivered() {
        // Given
        subscribe("dm.sent", "");
        // When
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"received\"}");
        sandbox.control("POST", "/sandbox/users/" + BOB + "/follow");
        String id = brand.dm(ALICE, "sent").at("/data/dm_event_id");
        // Then
        JsonNode delivery = only();
        assertThat(delivery.at("/data/event_type").asString()).isEqualTo("dm.sent");
        assertThat(delivery.at("/data/payload/direct_message_events/0/id").asString())
                .isEqualTo(id);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aFollowHasSourceAndTarget() {
        // Given
        subscribe("follow.follow", "");
        // When
        sandbox.control("POST", "/sandbox/users/" + BOB + "/follow");
        // Then
        JsonNode delivery = only();
        assertThat(delivery.at("/data/payload/source/data/id").asString()).isEqualTo(BOB);
        assertThat(delivery.at("/data/payload/target/data/id").asString()).isEqualTo(BRAND);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aDirectionExcludesTheOther() {
        // Given
        subscribe("follow.follow", "", ",\"direction\":\"outbound\"");
        subscribe("follow.unfollow", "", ",\"direction\":\"inbound\"");
        // When
        sandbox.control("POST", "/sandbox/users/" + BOB + "/follow");
        sandbox.control("POST", "/sandbox/users/" + BOB + "/unfollow");
        // Then
        assertThat(only().at("/data/event_type").asString()).isEqualTo("follow.unfollow");
    }

    @Test
    @Seen(Where.INFERENCE)
    void readingAndTypingHaveThePayloadOfAccountActivity() {
        // Given
        subscribe("dm.read", "");
        subscribe("dm.indicate_typing", "");
        brand.dm(CAROL, "hi");
        // When
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/read");
        await().until(() -> receiver.genuine().size() == 1);
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/typing");
        await().until(() -> receiver.genuine().size() == 2);
        // Then
        assertThat(receiver.genuine()
                        .get(0)
                        .at("/data/payload/direct_message_mark_read_events/0/sender_id")
                        .asString())
                .isEqualTo(CAROL);
        assertThat(receiver.genuine()
                        .get(1)
                        .at("/data/payload/direct_message_indicate_typing_events/0/sender_id")
                        .asString())
                .isEqualTo(CAROL);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRevocationIsDeliveredOnceWithoutASubscription() {
        // Given
        subscribe("dm.received", ",\"tag\":\"mail\"");
        subscribe("dm.sent", "");
        // When
        sandbox.control("POST", "/sandbox/users/" + BRAND + "/revoke");
        // Then
        JsonNode data = only().at("/data");
        assertThat(data.at("/event_type").asString()).isEqualTo("oauth.revoke");
        assertThat(data.at("/filter")).isEmpty();
        assertThat(data.has("tag")).isFalse();
        assertThat(data.at("/payload/user_id").asString()).isEqualTo(BRAND);
        assertThat(data.at("/payload/app_id").asString()).isEqualTo("3000000000000000001");
        assertThat(data.at("/payload/date_time").asString()).endsWith("+00:00");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aBlockedUserGetsNoDelivery() {
        // Given
        subscribe("block.block", "");
        subscribe("dm.sent", "");
        // When
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/block");
        brand.dm(ALICE, "delivered");
        // Then
        assertThat(only().at("/data/event_type").asString()).isEqualTo("dm.sent");
    }

    private void subscribe(String type, String more) {
        subscribe(type, more, "");
    }

    private void subscribe(String type, String more, String filter) {
        assertThat(brand.post(
                                "/2/activity/subscriptions",
                                "{\"event_type\":\"" + type + "\",\"webhook_id\":\"" + webhook
                                        + "\",\"filter\":{\"user_id\":\"" + BRAND + "\"" + filter + "}" + more + "}")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode only() {
        await().until(() -> !receiver.genuine().isEmpty());
        await().until(() -> sandbox.control("GET", "/sandbox/deliveries").text().indexOf("waiting") < 0);
        assertThat(receiver.genuine()).hasSize(1);
        return receiver.genuine().getFirst();
    }
}
