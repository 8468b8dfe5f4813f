package com.dmverify.sandbox.v2.webhook;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.BearerClient;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /2/activity/subscriptions}, without deliveries. */
class ActivitySubscriptionsTest {

    private static final String ALL = "/2/activity/subscriptions";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();
    private final BearerClient app = new BearerClient(sandbox, sandbox.appToken());

    @Test
    @Seen(Where.DOCUMENTATION)
    void aNewSubscriptionIsShownWithTheTotal() {
        // When
        Answer made = brand.post(ALL, wish("dm.received", BRAND, ",\"tag\":\"messages\""));
        // Then
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/data/0/subscription_id")).matches("[0-9]{15,19}");
        assertThat(made.at("/data/0/event_type")).isEqualTo("dm.received");
        assertThat(made.at("/data/0/filter/user_id")).isEqualTo(BRAND);
        assertThat(made.at("/data/0/tag")).isEqualTo("messages");
        assertThat(made.at("/data/0/created_at")).matches(".*T.*\\.[0-9]{3}Z");
        assertThat(made.at("/meta/total_subscriptions")).isEqualTo("1");
        assertThat(made.json().at("/data/0").has("webhook_id")).isFalse();
    }

    @ParameterizedTest
    @Seen(Where.DOCUMENTATION)
    @CsvSource({
        "list,/data/0/subscription_id",
        "object,/data/subscription_id",
        "nested,/data/subscription/subscription_id"
    })
    void aNewSubscriptionHasTheConfiguredFormat(String way, String pointer) {
        try (Sandbox other = Sandbox.with("x-sandbox.activity.created-answer=" + way)) {
            assertThat(other.brand().post(ALL, wish("dm.sent", BRAND, "")).at(pointer))
                    .isNotEmpty();
        }
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void subscriptionsAreListedChangedAndDeleted() {
        // Given
        String first = brand.post(ALL, wish("dm.received", BRAND, "")).at("/data/0/subscription_id");
        String second = brand.post(ALL, wish("dm.sent", BRAND, "")).at("/data/0/subscription_id");
        // When
        Answer list = app.get(ALL);
        Answer page = app.get(ALL + "?max_results=1");
        Answer next = app.get(ALL + "?max_results=1&pagination_token=" + page.at("/meta/next_token"));
        Answer changed = app.put(ALL + "/" + first, "{\"tag\":\"renamed\"}");
        Answer deleted = app.delete(ALL + "/" + first);
        Answer many = app.delete(ALL + "?ids=" + first + "," + second);
        // Then
        assertThat(list.json().at("/data")).hasSize(2);
        assertThat(list.at("/meta/total_subscriptions")).isEqualTo("2");
        assertThat(next.at("/data/0/subscription_id")).isEqualTo(second);
        assertThat(next.json().at("/meta").has("next_token")).isFalse();
        assertThat(changed.at("/data/tag")).isEqualTo("renamed");
        assertThat(changed.at("/data/event_type")).isEqualTo("dm.received");
        assertThat(deleted.text()).isEqualTo("{\"data\":{\"deleted\":true},\"meta\":{\"total_subscriptions\":1}}");
        assertThat(many.at("/data/0/subscription_id")).isEqualTo(second);
        assertThat(many.at("/errors/0/reason")).isEqualTo("SubscriptionNotFound");
        assertThat(app.get(ALL).json().at("/data")).isEmpty();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void privateEventsRequireTheUsersConsent() {
        // Given
        OAuth2App oauth2 = OAuth2App.shipped(sandbox);
        BearerClient reader = oauth2.as(oauth2.tokens("dmverify_demo", "dm.read users.read"));
        BearerClient other = oauth2.as(oauth2.tokens("dmverify_demo", "users.read"));
        // Then
        assertThat(app.post(ALL, wish("dm.received", BRAND, "")).at("/type")).endsWith("/unsupported-authentication");
        assertThat(other.post(ALL, wish("dm.received", BRAND, "")).status()).isEqualTo(403);
        assertThat(reader.post(ALL, wish("dm.received", ALICE, "")).status()).isEqualTo(403);
        assertThat(reader.post(ALL, wish("dm.received", BRAND, "")).status()).isEqualTo(200);
        assertThat(app.post(ALL, wish("profile.update.handle", CAROL, "")).status())
                .isEqualTo(200);
    }

    @Test
    @Seen(Where.RECORDING)
    void onlyAppOnlyCallsChangeAndDelete() {
        // Given
        String id = brand.post(ALL, wish("dm.received", BRAND, "")).at("/data/0/subscription_id");
        // Then
        assertThat(brand.delete(ALL + "/" + id).status()).isEqualTo(403);
        assertThat(brand.put(ALL + "/" + id, "{}").status()).isEqualTo(403);
        assertThat(brand.delete(ALL + "?ids=" + id).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @Seen(Where.INFERENCE)
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event_type\":\"DmReceived\",\"filter\":{\"user_id\":\"1000000000000000001\"}}|400",
                "{\"event_type\":\"dm.received\"}|400",
                "{\"event_type\":\"dm.received\",\"filter\":{}}|400",
                "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"42\"}}|400",
                "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"1000000000000000001\",\"colour\":1}}|400",
                "{\"event_type\":\"like.create\",\"filter\":{\"user_id\":\"1000000000000000001\",\"direction\":\"up\"}}|400",
                "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"1000000000000000001\"},\"tag\":\"\"}|400",
                "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"1000000000000000001\"},\"more\":1}|400",
                "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"1000000000000000001\"},\"webhook_id\":\"1\"}|400",
            })
    void anUndocumentedFormatIsRejected(String body, int status) {
        assertThat(brand.post(ALL, body).status()).isEqualTo(status);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void duplicatesAndTooManySubscriptionsAreRejected() {
        try (Sandbox small = Sandbox.with("x-sandbox.activity.most=1")) {
            // When
            small.brand().post(ALL, wish("dm.received", BRAND, ""));
            Answer tooMany = small.brand().post(ALL, wish("dm.sent", BRAND, ""));
            brand.post(ALL, wish("dm.received", BRAND, ""));
            Answer twice = brand.post(ALL, wish("dm.received", BRAND, ""));
            // Then
            assertThat(tooMany.at("/reason")).isEqualTo("SubscriptionLimitExceeded");
            assertThat(twice.at("/reason")).isEqualTo("DuplicateSubscriptionFailed");
        }
    }

    private static String wish(String type, String user, String more) {
        return "{\"event_type\":\"" + type + "\",\"filter\":{\"user_id\":\"" + user + "\"}" + more + "}";
    }
}
