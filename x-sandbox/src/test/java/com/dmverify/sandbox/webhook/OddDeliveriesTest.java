package com.dmverify.sandbox.webhook;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.TwoApps;
import com.dmverify.sandbox.testing.WebhookReceiver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deliveries that receivers do not expect. */
class OddDeliveriesTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final WebhookReceiver receiver = WebhookReceiver.ofBrand();

    @AfterEach
    void close() {
        receiver.close();
        Sandbox.fresh();
    }

    @Test
    @Seen(Where.SANDBOX)
    void aMessageCanHaveATimeInTheFarFuture() {
        // Given
        register();
        odd();
        // When
        sandbox.control("POST", "/sandbox/users/alice/dms", "{\"text\":\"hi\"}");
        // Then
        await().until(() -> receiver.genuine().size() == 1);
        assertThat(receiver.genuine()
                        .getFirst()
                        .at("/direct_message_events/0/created_timestamp")
                        .asString())
                .isEqualTo("9223372036854775807");
    }

    @Test
    @Seen(Where.SANDBOX)
    void aRevocationCanHaveATimeInTheLastYear() {
        // Given
        register();
        odd();
        // When
        sandbox.control("POST", "/sandbox/users/" + BRAND + "/revoke");
        // Then
        await().until(() -> receiver.genuine().size() == 1);
        assertThat(receiver.genuine()
                        .getFirst()
                        .at("/user_event/revoke/date_time")
                        .asString())
                .startsWith("+999999999-");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aMessageBetweenTwoSubscribedUsersIsDeliveredOnceForEach() {
        try (Sandbox two = TwoApps.open();
                WebhookReceiver both = new WebhookReceiver("secret-1")) {
            // Given
            var north = TwoApps.brand(two, "north", 1);
            north.post("/2/webhooks", "{\"url\":\"" + both.url() + "\"}");
            // When
            String id = north.dm(TwoApps.SOUTH, "to the south").at("/data/dm_event_id");
            // Then
            await().until(() -> both.genuine().size() == 2);
            assertThat(forUsers(both)).containsExactlyInAnyOrder(TwoApps.NORTH, TwoApps.SOUTH);
            assertThat(ids(both)).containsOnly(id);
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void aUserCanLetTheAppSubscribe() {
        // Given
        register();
        assertThat(sandbox.control("POST", "/sandbox/users/alice/subscribe").status())
                .isEqualTo(200);
        // When
        String id = sandbox.brand().dm(ALICE, "hi").at("/data/dm_event_id");
        // Then
        await().until(() -> receiver.genuine().size() == 2);
        assertThat(forUsers(receiver)).containsExactlyInAnyOrder(BRAND, ALICE);
        assertThat(ids(receiver)).containsOnly(id);
    }

    @Test
    @Seen(Where.SANDBOX)
    void anAppWithoutAWebhookCannotSubscribe() {
        assertThat(sandbox.control("POST", "/sandbox/users/alice/subscribe").status())
                .isEqualTo(409);
    }

    private void register() {
        assertThat(sandbox.brand()
                        .post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private void odd() {
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"odd_date_webhook\",\"count\":1}");
    }

    private static List<String> forUsers(WebhookReceiver receiver) {
        return receiver.genuine().stream()
                .map(delivery -> delivery.at("/for_user_id").asString())
                .toList();
    }

    private static List<String> ids(WebhookReceiver receiver) {
        return receiver.genuine().stream()
                .map((JsonNode delivery) ->
                        delivery.at("/direct_message_events/0/id").asString())
                .toList();
    }
}
