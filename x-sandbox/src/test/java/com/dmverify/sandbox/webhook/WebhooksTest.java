package com.dmverify.sandbox.webhook;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BOB;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import com.dmverify.sandbox.testing.XClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhooksTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();
    private final WebhookReceiver receiver = WebhookReceiver.ofBrand();

    @AfterEach
    void close() {
        Sandbox.fresh();
        receiver.close();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRegistrationChallengesTheUrlAtOnce() {
        // When
        Answer answer = register();
        Answer again = register();
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/data/valid").booleanValue()).isTrue();
        assertThat(again.at("/reason")).isEqualTo("DuplicateUrlFailed");
        assertThat(brand.get("/2/webhooks").json().at("/meta/result_count").intValue())
                .isEqualTo(1);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aWebhookWithAWrongAnswerIsNotRegistered() {
        // Given
        receiver.forgetTheSecret();
        // When
        Answer wrong = register();
        Answer refused = brand.post("/2/webhooks", "{\"url\":\"http://127.0.0.1:1/webhooks/x\"}");
        Answer noAddress = brand.post("/2/webhooks", "{\"url\":\"not an address\"}");
        // Then
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.at("/reason")).isEqualTo("CrcValidationFailed");
        assertThat(refused.at("/reason")).isEqualTo("CrcValidationFailed");
        assertThat(noAddress.at("/reason")).isEqualTo("UrlValidationFailed");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aReceivedDmIsDelivered() {
        // Given
        register();
        // When
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"caf\\u00e9 \\u2603\"}");
        // Then
        JsonNode delivery = only();
        assertThat(delivery.at("/for_user_id").asString()).isEqualTo(BRAND);
        JsonNode event = delivery.at("/direct_message_events/0");
        assertThat(event.at("/type").asString()).isEqualTo("message_create");
        assertThat(event.at("/message_create/sender_id").asString()).isEqualTo(ALICE);
        assertThat(event.at("/message_create/message_data/text").asString()).isEqualTo("café ☃");
        assertThat(delivery.at("/users/" + ALICE + "/screen_name").asString()).isEqualTo("alice");
        assertThat(delivery.has("apps")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aSentDmIsDelivered() {
        // Given
        register();
        // When
        String id = brand.dm(ALICE, "hi").at("/data/dm_event_id");
        // Then
        JsonNode delivery = only();
        assertThat(delivery.at("/direct_message_events/0/id").asString()).isEqualTo(id);
        assertThat(delivery.at("/direct_message_events/0/message_create/sender_id")
                        .asString())
                .isEqualTo(BRAND);
        assertThat(delivery.has("apps")).isTrue();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void followsUnfollowsAndReadReceiptsAreDelivered() {
        // Given
        register();
        brand.dm(ALICE, "hi");
        // When
        sandbox.control("POST", "/sandbox/users/" + BOB + "/follow");
        sandbox.control("POST", "/sandbox/users/" + BOB + "/unfollow");
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/read");
        // Then
        await().until(() -> receiver.genuine().size() == 4);
        List<JsonNode> all = receiver.genuine();
        assertThat(all)
                .anyMatch(delivery ->
                        delivery.at("/follow_events/0/type").asString("").equals("follow"));
        assertThat(all)
                .anyMatch(delivery ->
                        delivery.at("/follow_events/0/type").asString("").equals("unfollow")
                                && delivery.at("/follow_events/0/source/id_str")
                                        .asString("")
                                        .equals(BOB));
        assertThat(all)
                .anyMatch(delivery -> delivery.at("/direct_message_mark_read_events/0/sender_id")
                        .asString("")
                        .equals(ALICE));
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aFailedDeliveryIsRetried() {
        // Given
        try (Sandbox quick = Sandbox.with("x-sandbox.webhook.retries=10ms,10ms")) {
            quick.brand().post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
            receiver.refuse(2);
            // When
            quick.brand().dm(ALICE, "hi");
            // Then
            await().until(() -> receiver.received().size() == 3);
            await().until(() -> quick.control("GET", "/sandbox/stats")
                    .at("/webhooks/delivered")
                    .equals("1"));
            assertThat(quick.control("GET", "/sandbox/deliveries").at("/0/attempts"))
                    .isEqualTo("3");
        }
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aDeliveryIsDroppedAfterTheLastRetry() {
        // Given
        try (Sandbox quick = Sandbox.with("x-sandbox.webhook.retries=10ms")) {
            quick.brand().post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
            receiver.refuse(9);
            // When
            quick.brand().dm(ALICE, "hi");
            // Then
            await().until(() -> quick.control("GET", "/sandbox/stats")
                    .at("/webhooks/failed")
                    .equals("1"));
            assertThat(receiver.received()).hasSize(2);
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void theConfiguredWebhookIsRegisteredWhenItAnswers() {
        // When
        try (Sandbox other = Sandbox.with(
                "x-sandbox.webhook.url=" + receiver.url(),
                "x-sandbox.webhook.family=x-activity",
                "x-sandbox.webhook.start-retry=10ms")) {
            await().until(() -> other.control("GET", "/sandbox/webhooks").json().size() == 1);
            other.control("POST", "/sandbox/reset");
            other.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"hi\"}");
            // Then
            JsonNode delivery = only();
            assertThat(delivery.at("/data/event_type").asString()).isEqualTo("dm.received");
            assertThat(delivery.at("/data/filter/user_id").asString()).isEqualTo(BRAND);
            assertThat(delivery.at("/data/payload/users/" + ALICE + "/data/username")
                            .asString())
                    .isEqualTo("alice");
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void deliveriesCanBeLostDuplicatedForgedAndReordered() {
        // Given
        register();
        // When
        fault("lost_webhook");
        brand.dm(ALICE, "lost");
        fault("duplicate_webhook");
        brand.dm(ALICE, "twice");
        await().until(() -> receiver.received().size() == 2);
        fault("forged_webhook");
        brand.dm(ALICE, "forged");
        await().until(() -> receiver.received().size() == 3);
        // The first delivery waits until the second message.
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"reordered_webhook\",\"count\":1,\"delay_ms\":3600000}");
        brand.dm(ALICE, "second");
        brand.dm(ALICE, "first");
        await().until(() -> receiver.received().size() == 5);
        // Then
        assertThat(receiver.received().get(2).genuine()).isFalse();
        assertThat(receiver.genuine())
                .extracting(delivery -> delivery.at("/direct_message_events/0/message_create/message_data/text")
                        .asString())
                .containsExactly("twice", "twice", "first", "second");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aWebhookWithAWrongSecretIsInvalidUntilItIsValidated() {
        // Given
        String id = register().at("/data/id");
        receiver.forgetTheSecret();
        // When
        sandbox.bean(Webhooks.class).repeatChallenges();
        // Then
        assertThat(brand.get("/2/webhooks").json().at("/data/0/valid").booleanValue())
                .isFalse();
        assertThat(brand.put("/2/webhooks/" + id, "").at("/reason")).isEqualTo("CrcValidationFailed");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aSubscriptionReplacesTheAutomaticOne() {
        // Given
        String id = register().at("/data/id");
        String all = "/2/account_activity/webhooks/" + id + "/subscriptions/all";
        // When
        Answer first = brand.post(all, "");
        Answer second = brand.post(all, "");
        // Then
        assertThat(first.json().at("/data/subscribed").booleanValue()).isTrue();
        assertThat(second.at("/reason")).isEqualTo("DuplicateSubscriptionFailed");
        assertThat(brand.get(all + "/list").json().at("/data/subscriptions")).hasSize(1);
        brand.dm(ALICE, "hi");
        only();
    }

    private Answer register() {
        return brand.post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
    }

    private void fault(String name) {
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"" + name + "\",\"count\":1}");
    }

    private JsonNode only() {
        await().until(() -> !receiver.genuine().isEmpty());
        assertThat(receiver.genuine()).hasSize(1);
        return receiver.genuine().getFirst();
    }
}
