package com.dmverify.x.welcome;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.Verb;
import com.dmverify.x.dm.content.Checks;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.page.Page;
import com.dmverify.x.wire.Wire;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which greeting is shown. The account must take messages from anyone. Source: X's v1.1 pages "Welcome Messages". */
public final class WelcomeRules {

    private static final String PATH = "/1.1/direct_messages/welcome_messages/rules/";
    private static final int LARGEST_PAGE = 50;

    private final Wire wire;

    public WelcomeRules(Wire wire) {
        this.wire = wire;
    }

    /** Shows this greeting to everybody. */
    public Answer<WelcomeRule> create(String welcomeMessageId) {
        Ids.check("a welcome message", welcomeMessageId);
        return wire.call(
                Call.post(
                        PATH + "new.json",
                        Map.of("welcome_message_rule", Map.of("welcome_message_id", welcomeMessageId))),
                WelcomeRules::outer);
    }

    /** One rule. */
    public Answer<WelcomeRule> show(String id) {
        return wire.call(byId(Verb.GET, "show.json", id), WelcomeRules::outer);
    }

    /** All rules; the cursor is null for the first page, then {@code next} of the page before. */
    public Answer<Page<WelcomeRule>> list(int count, @Nullable String cursor) {
        Checks.count(count, LARGEST_PAGE);
        Call call = Call.get(PATH + "list.json").with("count", Integer.toString(count));
        return wire.call(
                cursor == null ? call : call.with("cursor", cursor),
                body -> new Page<>(
                        Json.each(body.path("welcome_message_rules"), WelcomeRules::rule)
                                .toList(),
                        Json.textOrNull(body, "next_cursor")));
    }

    /** Shows no greeting any more. */
    public Answer<Done> destroy(String id) {
        return wire.call(byId(Verb.DELETE, "destroy.json", id), Done::read);
    }

    private static Call byId(Verb verb, String path, String id) {
        Ids.check("a rule", id);
        return Call.of(verb, PATH + path).with("id", id);
    }

    private static WelcomeRule outer(JsonNode body) {
        return rule(Json.child(body, "welcome_message_rule"));
    }

    private static WelcomeRule rule(JsonNode rule) {
        return new WelcomeRule(
                Json.text(rule, "id"), Json.millis(rule, "created_timestamp"), Json.text(rule, "welcome_message_id"));
    }
}
