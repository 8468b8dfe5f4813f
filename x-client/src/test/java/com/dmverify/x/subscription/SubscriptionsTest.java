package com.dmverify.x.subscription;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.call.Done;
import com.dmverify.x.recorded.RecordedX;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {

    private static final String HOOK = "1234567890";
    private static final UserId USER = new UserId("63046977");
    private static final URI URL = URI.create("https://example.com/webhooks/x");
    private static final String WEBHOOK =
            "{\"id\":\"1234567890\",\"url\":\"https://example.com/webhooks/x\",\"valid\":true,"
                    + "\"created_at\":\"2025-01-15T12:00:00.000Z\"}";
    private static final Webhook REGISTERED = new Webhook(HOOK, URL.toString(), true);
    private static final String LIST =
            "{\"application_id\":\"13090192\",\"subscriptions\":[{\"user_id\":\"63046977\"}]}";
    private static final Instant FROM = Instant.parse("2026-11-20T09:05:59Z");
    private static final Instant TO = Instant.parse("2026-11-20T10:00:00Z");

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void webhooksAreCreatedListedValidatedAndDeleted() {
        Webhooks webhooks = client.webhooks();
        x.says(200, "{\"data\":" + WEBHOOK + "}")
                .says(200, "{\"data\":[" + WEBHOOK + "],\"meta\":{\"result_count\":1}}")
                .says(200, "{\"data\":{\"valid\":true}}")
                .says(200, "{\"data\":{\"deleted\":true}}")
                .says(200, "{\"data\":{\"job_id\":\"j1\",\"created_at\":\"2026-11-20T10:30:00.000Z\"}}");

        assertThat(ok(webhooks.create(URL))).isEqualTo(REGISTERED);
        assertThat(x.lastAsked().body()).isEqualTo("{\"url\":\"https://example.com/webhooks/x\"}");
        assertThat(ok(webhooks.list())).containsExactly(REGISTERED);
        assertThat(ok(webhooks.validate(HOOK))).isTrue();
        assertThat(x.lastAsked().line()).isEqualTo("PUT /2/webhooks/1234567890");
        assertThat(ok(webhooks.delete(HOOK))).isTrue();
        assertThat(ok(webhooks.replay(HOOK, FROM, TO))).isEqualTo(new ReplayJob("j1"));
        assertThat(x.lastAsked().body())
                .contains("\"from_date\":\"202611200905\"", "\"to_date\":\"202611201000\"", HOOK);
    }

    @Test
    void aWebhookThatFailsItsCrcCheckIsRejected() {
        x.says(400, """
                {"title":"Invalid Request","detail":"CrcValidationFailed","status":400,
                "type":"https://api.x.com/2/problems/invalid-request"}""");
        assertThat(error(client.webhooks().create(URL))).isEqualTo(new XError.Rejected("CrcValidationFailed", 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[%s],\"meta\":{}}", "{\"data\":%s}", "{\"data\":{\"subscription\":%s}}"})
    void threeFormatsOfASubscriptionAreRead(String shape) {
        // Given
        x.says(200, shape.formatted("""
                {"subscription_id":"1146654567674912769","event_type":"dm.received","filter":{"user_id":"63046977"},
                "tag":"brand","webhook_id":"1234567890"}"""));
        // When
        ActivitySubscription created = ok(client.activitySubscriptions().create("dm.received", USER, "brand", HOOK));
        // Then
        assertThat(created)
                .isEqualTo(new ActivitySubscription("1146654567674912769", "dm.received", USER, "brand", HOOK));
        assertThat(x.lastAsked().body())
                .isEqualTo("{\"tag\":\"brand\",\"webhook_id\":\"1234567890\",\"event_type\":\"dm.received\","
                        + "\"filter\":{\"user_id\":\"63046977\"}}");
    }

    @Test
    void subscriptionsAreListedUpdatedAndDeleted() {
        ActivitySubscriptions subscriptions = client.activitySubscriptions();
        String one = "{\"subscription_id\":\"7\",\"event_type\":\"oauth.revoke\",\"filter\":{}}";
        x.says(200, "{\"data\":[" + one + "],\"meta\":{\"total_subscriptions\":1}}")
                .says(200, "{\"data\":" + one + "}")
                .says(200, "{\"data\":{\"deleted\":true},\"meta\":{\"total_subscriptions\":0}}");

        assertThat(ok(subscriptions.list()))
                .containsExactly(new ActivitySubscription("7", "oauth.revoke", null, null, null));
        ok(subscriptions.update("7", "other", HOOK));
        assertThat(x.lastAsked().line()).isEqualTo("PUT /2/activity/subscriptions/7");
        assertThat(ok(subscriptions.delete("7"))).isTrue();
        assertThat(x.lastAsked().line()).isEqualTo("DELETE /2/activity/subscriptions/7");
    }

    @Test
    void accountActivityOfV2SubscribesAndUnsubscribes() {
        AccountActivity activity = client.accountActivity();
        String path = "/2/account_activity/webhooks/1234567890/subscriptions";
        x.says(200, "{\"data\":{\"subscribed\":true}}")
                .says(400, "{\"title\":\"Invalid Request\",\"detail\":\"DuplicateSubscriptionFailed\",\"status\":400}")
                .says(200, "{\"data\":{\"subscribed\":true}}")
                .says(200, "{\"data\":{\"subscribed\":false}}")
                .says(200, "{\"data\":" + LIST + "}")
                .says(200, """
                        {"data":{"account_name":"a","provisioned_count":"3","subscriptions_count_all":"1",
                        "subscriptions_count_direct_messages":"0"}}""");

        assertThat(ok(activity.subscribe(HOOK))).isEqualTo(Done.DONE);
        assertThat(ok(activity.subscribe(HOOK))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("POST " + path + "/all");
        assertThat(ok(activity.isSubscribed(HOOK))).isTrue();
        assertThat(ok(activity.unsubscribe(HOOK, USER))).isFalse();
        assertThat(x.lastAsked().line()).isEqualTo("DELETE " + path + "/63046977/all");
        assertThat(ok(activity.subscribers(HOOK))).isEqualTo(new Subscribers("13090192", List.of(USER)));
        assertThat(ok(activity.count())).isEqualTo(new SubscriptionCount(1, 3));
    }

    @Test
    void premiumSubscribesAndUnsubscribes() {
        PremiumAccountActivity premium = client.premiumAccountActivity("prod");
        x.says("v1-no-content.http")
                .says(409, "{\"errors\":[{\"code\":355,\"message\":\"Subscription already exists.\"}]}")
                .says("v1-no-content.http")
                .says(404, "{\"errors\":[{\"code\":34,\"message\":\"Sorry, that page does not exist.\"}]}")
                .says(401, "{\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]}")
                .says(200, LIST)
                .says("v1-no-content.http")
                .says(200, "{\"account_name\":\"a\",\"subscriptions_count\":\"1\",\"provisioned_count\":\"15\"}");

        assertThat(ok(premium.subscribe())).isEqualTo(Done.DONE);
        assertThat(ok(premium.subscribe())).as("already").isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("POST /1.1/account_activity/all/prod/subscriptions.json");
        assertThat(ok(premium.isSubscribed())).isTrue();
        assertThat(ok(premium.isSubscribed())).isFalse();
        assertThat(error(premium.isSubscribed())).isInstanceOf(XError.AppMisconfigured.class);
        assertThat(ok(premium.subscribers()).users()).containsExactly(USER);
        assertThat(ok(premium.unsubscribe(USER))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("DELETE /1.1/account_activity/all/prod/subscriptions/63046977.json");
        assertThat(ok(premium.count())).isEqualTo(new SubscriptionCount(1, 15));
    }

    @Test
    void premiumManagesWebhooks() {
        PremiumAccountActivity premium = client.premiumAccountActivity("prod");
        x.says(200, WEBHOOK).says(200, "[" + WEBHOOK + "]").says("v1-no-content.http");

        assertThat(ok(premium.createWebhook(URL))).isEqualTo(REGISTERED);
        assertThat(x.lastAsked().line())
                .isEqualTo("POST /1.1/account_activity/all/prod/webhooks.json"
                        + "?url=https%3A%2F%2Fexample.com%2Fwebhooks%2Fx");
        assertThat(ok(premium.webhooks())).containsExactly(REGISTERED);
        assertThat(ok(premium.validateWebhook(HOOK))).isEqualTo(Done.DONE);
        assertThat(ok(premium.deleteWebhook(HOOK))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("DELETE /1.1/account_activity/all/prod/webhooks/1234567890.json");
    }

    @Test
    void enterpriseManagesWebhooksAndSubscriptions() {
        EnterpriseAccountActivity enterprise = client.enterpriseAccountActivity();
        String hook = "/1.1/account_activity/webhooks/1234567890";
        x.says(200, WEBHOOK)
                .says(200, "[" + WEBHOOK + "]")
                .says("v1-no-content.http")
                .says("v1-no-content.http")
                .says("v1-no-content.http")
                .says("v1-no-content.http")
                .says(200, LIST)
                .says("v1-no-content.http")
                .says(200, "{\"account_name\":\"a\",\"subscriptions_count\":1,\"provisioned_count\":15}")
                .says(202, "{\"job_id\":\"1234\",\"created_at\":\"2016-12-15T17:33:28Z\"}");

        assertThat(ok(enterprise.createWebhook(URL))).isEqualTo(REGISTERED);
        assertThat(ok(enterprise.webhooks())).containsExactly(REGISTERED);
        assertThat(x.lastAsked().line()).isEqualTo("GET /1.1/account_activity/webhooks.json");
        ok(enterprise.validateWebhook(HOOK));
        assertThat(x.lastAsked().line()).isEqualTo("PUT " + hook + ".json");
        ok(enterprise.deleteWebhook(HOOK));
        ok(enterprise.subscribe(HOOK));
        assertThat(x.lastAsked().line()).isEqualTo("POST " + hook + "/subscriptions/all.json");
        assertThat(ok(enterprise.isSubscribed(HOOK))).isTrue();
        assertThat(ok(enterprise.subscribers(HOOK)).applicationId()).isEqualTo("13090192");
        ok(enterprise.unsubscribe(HOOK, USER));
        assertThat(x.lastAsked().line()).isEqualTo("DELETE " + hook + "/subscriptions/63046977/all.json");
        assertThat(ok(enterprise.count())).isEqualTo(new SubscriptionCount(1, 15));
        assertThat(ok(enterprise.replay(HOOK, FROM, TO))).isEqualTo(new ReplayJob("1234"));
        assertThat(x.lastAsked().line())
                .isEqualTo("POST /1.1/account_activity/replay/webhooks/1234567890/subscriptions/all.json"
                        + "?from_date=202611200905&to_date=202611201000");
    }

    @Test
    void argumentsThatChangeThePathAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.premiumAccountActivity("../x"));
        assertThatIllegalArgumentException().isThrownBy(() -> client.webhooks().delete("1/2"));
        ActivitySubscriptions activity = client.activitySubscriptions();
        assertThatIllegalArgumentException().isThrownBy(() -> activity.delete("../webhooks/1"));
        assertThatIllegalArgumentException().isThrownBy(() -> activity.create("dm", USER, "brand", HOOK));
        assertThatIllegalArgumentException().isThrownBy(() -> activity.create("dm.received", USER, "", HOOK));
    }
}
