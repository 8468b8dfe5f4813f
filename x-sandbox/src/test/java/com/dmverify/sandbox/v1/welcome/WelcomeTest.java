package com.dmverify.sandbox.v1.welcome;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final String ROOT = "/1.1/direct_messages/welcome_messages/";
    private static final String LIST = "/1.1/direct_messages/events/list.json";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void welcomeMessagesAreCreatedShownChangedListedAndRemoved() {
        // When
        Answer made = make("Hello", "first");
        String id = made.at("/welcome_message/id");
        Answer changed = brand.put(ROOT + "update.json?id=" + id, "{\"message_data\":{\"text\":\"Good day\"}}");
        Answer shown = brand.get(ROOT + "show.json?id=" + id);
        make("Another", "second");
        Answer page = brand.get(ROOT + "list.json?count=1");
        Answer next = brand.get(ROOT + "list.json?count=1&cursor=" + page.at("/next_cursor"));
        Answer removed = brand.delete(ROOT + "destroy.json?id=" + id);
        // Then
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/name")).isEqualTo("first");
        assertThat(made.at("/welcome_message/created_timestamp")).matches("[0-9]{13}");
        assertThat(made.at("/welcome_message/message_data/text")).isEqualTo("Hello");
        assertThat(changed.at("/welcome_message/message_data/text")).isEqualTo("Good day");
        assertThat(shown.at("/welcome_message/id")).isEqualTo(id);
        assertThat(page.at("/welcome_messages/0/message_data/text")).isEqualTo("Another");
        assertThat(next.at("/welcome_messages/0/id")).isEqualTo(id);
        assertThat(next.json().has("next_cursor")).isFalse();
        assertThat(removed.status()).isEqualTo(204);
        assertThat(brand.get(ROOT + "show.json?id=" + id).code()).isEqualTo(34);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAccountHasOneRule() {
        // Given
        String message = make("Hello", "first").at("/welcome_message/id");
        // When
        Answer rule = rule(message);
        String id = rule.at("/welcome_message_rule/id");
        // Then
        assertThat(rule.at("/welcome_message_rule/welcome_message_id")).isEqualTo(message);
        assertThat(rule(message).code()).isEqualTo(214);
        assertThat(brand.get(ROOT + "rules/show.json?id=" + id).status()).isEqualTo(200);
        assertThat(brand.get(ROOT + "rules/list.json").at("/welcome_message_rules/0/id"))
                .isEqualTo(id);
        assertThat(brand.delete(ROOT + "rules/destroy.json?id=" + id).status()).isEqualTo(204);
        assertThat(brand.get(ROOT + "rules/list.json").json().at("/welcome_message_rules"))
                .isEmpty();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aRuleNeedsAnAccountThatAcceptsMessagesFromEveryone() {
        // Given
        String message = make("Hello", "first").at("/welcome_message/id");
        sandbox.control("PATCH", "/sandbox/users/" + BRAND, "{\"dm_setting\":\"nobody\"}");
        // When
        Answer refused = rule(message);
        // Then
        assertThat(refused.text()).contains("\"code\":214", "Owner must allow dms from anyone.");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aUserWhoWritesForTheFirstTimeHasSeenTheWelcomeMessage() {
        // Given
        String message = make("Hello", "first").at("/welcome_message/id");
        rule(message);
        // When
        write(ALICE, "");
        write(ALICE, "");
        // Then
        Answer list = brand.get(LIST);
        assertThat(list.at("/events/1/initiated_via/welcome_message_id")).isEqualTo(message);
        assertThat(list.json().at("/events/0").has("initiated_via")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void theOriginOfAMessageIsDelivered() {
        // When
        write(CAROL, ",\"tweet_id\":\"1234\",\"quick_reply_metadata\":\"external_id_2\"");
        // Then
        Answer list = brand.get(LIST);
        assertThat(list.at("/events/0/initiated_via/tweet_id")).isEqualTo("1234");
        assertThat(list.at("/events/0/message_create/message_data/quick_reply_response/type"))
                .isEqualTo("options");
        assertThat(list.at("/events/0/message_create/message_data/quick_reply_response/metadata"))
                .isEqualTo("external_id_2");
        assertThat(list.json().at("/events/0/message_create/message_data").has("initiated_via"))
                .isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void tooLongOrMissingTextsAreRejected() {
        assertThat(make("x".repeat(9_991), "n").code()).isEqualTo(354);
        assertThat(make("x", "n".repeat(101)).code()).isEqualTo(214);
        assertThat(make("", "n").code()).isEqualTo(38);
        assertThat(brand.post(ROOT + "rules/new.json", "{}").code()).isEqualTo(38);
        assertThat(rule("42").code()).isEqualTo(34);
    }

    private Answer make(String text, String name) {
        return brand.post(
                ROOT + "new.json",
                "{\"welcome_message\":{\"name\":\"" + name + "\",\"message_data\":{\"text\":\"" + text + "\"}}}");
    }

    private Answer rule(String message) {
        return brand.post(
                ROOT + "rules/new.json", "{\"welcome_message_rule\":{\"welcome_message_id\":\"" + message + "\"}}");
    }

    private void write(String user, String more) {
        assertThat(sandbox.control("POST", "/sandbox/users/" + user + "/dms", "{\"text\":\"hi\"" + more + "}")
                        .status())
                .isEqualTo(201);
    }
}
