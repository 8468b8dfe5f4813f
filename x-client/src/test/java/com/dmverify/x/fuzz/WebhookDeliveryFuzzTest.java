package com.dmverify.x.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.ActivityParser;
import com.dmverify.x.webhook.MalformedActivityException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a delivery holds, the result is activities or the typed exception, never the content of what we sent. */
class WebhookDeliveryFuzzTest {

    private static final List<String> SAMPLES = List.of("""
            {"for_user_id":"1","direct_message_events":[{"type":"message_create","id":"9","created_timestamp":"1516403560557",\
            "message_create":{"target":{"recipient_id":"2"},"sender_id":"1","message_data":{"text":"T"}}}],\
            "users":{"2":{"id":"2","screen_name":"jack"}}}""", """
            {"data":{"event_uuid":"-6","filter":{"user_id":"1"},"event_type":"dm.received","payload":\
            {"direct_message_events":[{"type":"message_create","id":"9","message_create":{"target":{"recipient_id":"1"},\
            "sender_id":"2","message_data":{"text":"T"}}}],"users":{"2":{"data":{"id":"2","username":"alt"}}}}}}""", """
            {"for_user_id":"1","follow_events":[{"type":"follow","created_timestamp":"1517588749178","target":{"id":1},\
            "source":{"id":2,"id_str":"2"}}]}""", """
            {"for_user_id":"1","direct_message_mark_read_events":[{"created_timestamp":"1","sender_id":"2",\
            "target":{"recipient_id":"1"},"last_read_event_id":"9"}]}""", """
            {"user_event":{"revoke":{"date_time":"2018-05-24T09:48:12+00:00","target":{"app_id":"1"},"source":{"user_id":"1"}}}}""", """
            {"data":[{"event_uuid":"1","filter":{"user_id":"1"},"event_type":"follow.follow","payload":\
            {"source":{"data":{"id":"2"}},"target":{"data":{"id":"1"}}}}]}""");

    private final ActivityParser parser = new ActivityParser();
    private final Fuzz fuzz = new Fuzz(Fuzz.SEED);

    @Test
    void aMutatedDeliveryNeverCausesAnotherException() {
        for (int round = 0; round < 20_000; round++) {
            survives(fuzz.mutation(SAMPLES), round);
        }
    }

    @Test
    void randomBytesNeverCauseAnotherException() {
        for (int round = 0; round < 5_000; round++) {
            survives(fuzz.noise(), round);
        }
    }

    private void survives(byte[] delivery, int round) {
        try {
            for (Activity activity : parser.parse(delivery)) {
                assertThat(activity.id()).isNotEmpty();
                assertThat(activity.text() == null).isEqualTo(activity.kind() != Activity.Kind.DM_RECEIVED);
            }
        } catch (MalformedActivityException _) {
            // The documented exception.
        } catch (RuntimeException e) {
            fail("seed %d, round %d: %s".formatted(Fuzz.SEED, round, new String(delivery, StandardCharsets.UTF_8)), e);
        }
    }
}
