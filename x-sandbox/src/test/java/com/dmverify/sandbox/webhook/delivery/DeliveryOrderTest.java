package com.dmverify.sandbox.webhook.delivery;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** X guarantees no order of deliveries; a fault reorders them. */
@Seen(Where.SANDBOX)
class DeliveryOrderTest {

    /** One worker delivers in order unless a fault reorders. */
    private final Sandbox sandbox = Sandbox.with("x-sandbox.webhook.workers=1");

    private final WebhookReceiver receiver = WebhookReceiver.ofBrand();

    @BeforeEach
    void register() {
        sandbox.brand().post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
    }

    @AfterEach
    void close() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void twoDeliveriesAreReordered() {
        // Given: the first delivery waits until the second message
        order(Duration.ofHours(1));
        // When
        String first = sandbox.brand().dm(ALICE, "first").at("/data/dm_event_id");
        String second = sandbox.brand().dm(ALICE, "second").at("/data/dm_event_id");
        // Then
        await().until(() -> receiver.genuine().size() == 2);
        assertThat(deliveredIds()).containsExactly(second, first);
        assertThat(first).isLessThan(second);
    }

    @Test
    void aHeldDeliveryIsMadeAfterTheLongestWait() {
        // Given
        order(Duration.ofMillis(10));
        // When
        String alone = sandbox.brand().dm(ALICE, "alone").at("/data/dm_event_id");
        // Then
        await().until(() -> receiver.genuine().size() == 1);
        assertThat(deliveredIds()).containsExactly(alone);
    }

    private void order(Duration longestHold) {
        sandbox.control(
                "POST",
                "/sandbox/faults",
                "{\"name\":\"reordered_webhook\",\"count\":1,\"delay_ms\":" + longestHold.toMillis() + "}");
    }

    private List<String> deliveredIds() {
        return receiver.genuine().stream()
                .map(delivery -> delivery.at("/direct_message_events/0/id").asString())
                .toList();
    }
}
