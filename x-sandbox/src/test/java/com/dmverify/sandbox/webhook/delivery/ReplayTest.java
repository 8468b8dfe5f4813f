package com.dmverify.sandbox.webhook.delivery;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.OffsetClock;
import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.BearerClient;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.WebhookReceiver;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayTest {

    private final OffsetClock clock = new OffsetClock();
    private final Sandbox sandbox = Sandbox.at(clock, "x-sandbox.signature.timestamp-window=3d");
    private final WebhookReceiver receiver = WebhookReceiver.ofBrand();
    private final BearerClient app = new BearerClient(sandbox, sandbox.appToken());
    private final String webhook =
            app.post("/2/webhooks", "{\"url\":\"" + receiver.url() + "\"}").at("/data/id");

    @AfterEach
    void close() {
        sandbox.close();
        receiver.close();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aReplayRepeatsLostDeliveriesAndEndsWithAStatus() {
        // Given
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"lost_webhook\",\"count\":1}");
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"lost\"}");
        clock.advance(Duration.ofMinutes(40));
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"later\"}");
        await().until(() -> receiver.genuine().size() == 1);
        // When
        Answer job = replay(45, 15);
        // Then
        assertThat(job.status()).isEqualTo(200);
        assertThat(job.at("/data/created_at")).isNotEmpty();
        await().until(() -> receiver.genuine().size() == 3);
        assertThat(receiver.genuine()
                        .get(1)
                        .at("/direct_message_events/0/message_create/message_data/text")
                        .asString())
                .isEqualTo("lost");
        JsonNode status = receiver.genuine().get(2).at("/replay_job_status");
        assertThat(status.at("/job_id").asString()).isEqualTo(job.at("/data/job_id"));
        assertThat(status.at("/webhook_id").asString()).isEqualTo(webhook);
        assertThat(status.at("/job_state").asString()).isEqualTo("Complete");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void onlyAPeriodOfTheLastDayCanBeReplayed() {
        assertThat(replay(20, 15).at("/reason")).isEqualTo("QueryParamInvalid");
        assertThat(replay(40, 5).at("/reason")).isEqualTo("QueryParamInvalid");
        assertThat(replay(25 * 60, 15).at("/reason")).isEqualTo("QueryParamInvalid");
        assertThat(replay(40, 50).at("/reason")).isEqualTo("QueryParamInvalid");
        assertThat(app.post(
                                "/2/webhooks/replay",
                                "{\"webhook_id\":\"" + webhook + "\",\"from_date\":\"yesterday\",\"to_date\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(app.post("/2/webhooks/replay", body("1", 45, 15)).at("/reason"))
                .isEqualTo("WebhookIdInvalid");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aSecondReplayAtTheSameTimeIsAConflict() {
        // Given
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"hi\"}");
        await().until(() -> receiver.genuine().size() == 1);
        clock.advance(Duration.ofMinutes(40));
        receiver.refuse(1);
        // When
        replay(45, 15);
        Answer second = replay(45, 15);
        // Then
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/reason")).isEqualTo("ReplayConflictError");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theEnterpriseReplayAnswers202() {
        // Given
        clock.advance(Duration.ofMinutes(40));
        String path = "/1.1/account_activity/replay/webhooks/" + webhook + "/subscriptions/all.json";
        // When
        Answer job = app.post(path + "?from_date=" + minute(39) + "&to_date=" + minute(15), "");
        // Then
        assertThat(job.status()).isEqualTo(202);
        assertThat(job.at("/job_id")).isNotEmpty();
        assertThat(app.post(path, "").code()).isEqualTo(357);
        assertThat(app.post(path + "?from_date=x&to_date=y", "").code()).isEqualTo(360);
        await().until(() -> receiver.genuine().size() == 1);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aReplayDoesNotRepeatAnEarlierReplay() {
        // Given
        sandbox.control("POST", "/sandbox/users/" + ALICE + "/dms", "{\"text\":\"hi\"}");
        clock.advance(Duration.ofMinutes(40));
        replay(45, 15);
        await().until(() -> receiver.genuine().size() == 3);
        clock.advance(Duration.ofMinutes(40));
        // When
        replay(85, 11);
        // Then
        await().until(() -> receiver.genuine().size() == 5);
        assertThat(receiver.genuine().get(3).at("/for_user_id").asString()).isEqualTo(BRAND);
        assertThat(receiver.genuine().get(4).has("replay_job_status")).isTrue();
    }

    private Answer replay(long fromMinutesAgo, long toMinutesAgo) {
        return app.post("/2/webhooks/replay", body(webhook, fromMinutesAgo, toMinutesAgo));
    }

    private String body(String id, long fromMinutesAgo, long toMinutesAgo) {
        return "{\"webhook_id\":\"" + id + "\",\"from_date\":\"" + minute(fromMinutesAgo) + "\",\"to_date\":\""
                + minute(toMinutesAgo) + "\"}";
    }

    private String minute(long ago) {
        return DateTimeFormatter.ofPattern("uuuuMMddHHmm")
                .format(clock.instant().minus(Duration.ofMinutes(ago)).atOffset(ZoneOffset.UTC));
    }
}
