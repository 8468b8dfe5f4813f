package com.dmverify.x.welcome;

import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.XClient;
import com.dmverify.x.call.Done;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.recorded.RecordedX;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final String MESSAGE = """
            {"welcome_message":{"id":"844385345234","created_timestamp":"1470182274821",\
            "message_data":{"text":"Welcome!","entities":{}}},"name":"simple"}""";
    private static final String RULE = """
            {"welcome_message_rule":{"id":"9910934913490319","created_timestamp":"1470182394258",\
            "welcome_message_id":"844385345234"}}""";

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();
    private final WelcomeMessages messages = client.welcomeMessages();
    private final WelcomeRules rules = client.welcomeRules();

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void welcomeMessagesAreCreatedUpdatedShownAndDeleted() {
        x.says(200, MESSAGE).says(200, MESSAGE).says(200, MESSAGE).says("v1-no-content.http");

        WelcomeMessage made = ok(messages.create("simple", Content.text("Welcome!")));
        assertThat(made.id()).isEqualTo("844385345234");
        assertThat(made.name()).isEqualTo("simple");
        assertThat(made.createdAt()).isEqualTo(Instant.ofEpochMilli(1470182274821L));
        assertThat(made.data().text()).isEqualTo("Welcome!");
        assertThat(x.lastAsked().body())
                .isEqualTo("{\"welcome_message\":{\"name\":\"simple\",\"message_data\":{\"text\":\"Welcome!\"}}}");

        ok(messages.update("844385345234", Content.text("Hello!")));
        assertThat(x.lastAsked().line())
                .isEqualTo("PUT /1.1/direct_messages/welcome_messages/update.json?id=844385345234");
        assertThat(x.lastAsked().body()).isEqualTo("{\"message_data\":{\"text\":\"Hello!\"}}");

        assertThat(ok(messages.show("844385345234"))).isEqualTo(made);
        assertThat(ok(messages.destroy("844385345234"))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line())
                .isEqualTo("DELETE /1.1/direct_messages/welcome_messages/destroy.json?id=844385345234");
    }

    @Test
    void welcomeMessagesAreListed() {
        x.says(200, """
                {"welcome_messages":[{"id":"1","created_timestamp":"1470182274821","name":"simple",
                "message_data":{"text":"Welcome!"}}],"next_cursor":"NDUz"}""");
        assertThat(ok(messages.list(50, "MTIz")).next()).isEqualTo("NDUz");
        assertThat(ok(messages.list(50, null)).items())
                .singleElement()
                .satisfies(message -> assertThat(message.name()).isEqualTo("simple"));
    }

    @Test
    void rulesAreCreatedShownListedAndDeleted() {
        x.says(200, RULE)
                .says(200, RULE)
                .says(200, "{\"welcome_message_rules\":[" + RULE.substring(24, RULE.length() - 1) + "]}")
                .says("v1-no-content.http");

        WelcomeRule rule = ok(rules.create("844385345234"));
        assertThat(rule)
                .isEqualTo(new WelcomeRule("9910934913490319", Instant.ofEpochMilli(1470182394258L), "844385345234"));
        assertThat(x.lastAsked().body())
                .isEqualTo("{\"welcome_message_rule\":{\"welcome_message_id\":\"844385345234\"}}");
        assertThat(ok(rules.show(rule.id()))).isEqualTo(rule);
        assertThat(ok(rules.list(20, null)).items()).containsExactly(rule);
        assertThat(ok(rules.destroy(rule.id()))).isEqualTo(Done.DONE);
    }

    @Test
    void argumentsBeyondXsLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> messages.create("x", Content.text("x".repeat(9_991))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.create("x".repeat(101), Content.text("Welcome!")));
        assertThatIllegalArgumentException().isThrownBy(() -> messages.show("../../2/users/me"));
        assertThatIllegalArgumentException().isThrownBy(() -> rules.list(51, null));
    }
}
