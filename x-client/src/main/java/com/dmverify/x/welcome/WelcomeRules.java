package com.dmverify.x.welcome;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.dm.content.ArgumentChecks;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.page.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rules that select the welcome message. The account must accept messages from everyone. Source: X's v1.1 pages
 * "Welcome Messages".
 */
public final class WelcomeRules {

    private static final String PATH = "/1.1/direct_messages/welcome_messages/rules/";
    private static final int LARGEST_PAGE = 50;

    private final CallExecutor executor;

    public WelcomeRules(CallExecutor executor) {
        this.executor = executor;
    }

    /** Shows this welcome message to every user who opens a conversation. */
    public Answer<WelcomeRule> create(String welcomeMessageId) {
        Ids.check("a welcome message", welcomeMessageId);
        return executor.execute(
                Call.post(
                        PATH + "new.json",
                        Map.of("welcome_message_rule", Map.of("welcome_message_id", welcomeMessageId))),
                this::outer);
    }

    /** One rule. */
    public Answer<WelcomeRule> show(String id) {
        return executor.execute(byId(HttpMethod.GET, "show.json", id), this::outer);
    }

    /** All rules; the cursor is null for the first page, then {@code next} of the page before. */
    public Answer<Page<WelcomeRule>> list(int count, @Nullable String cursor) {
        ArgumentChecks.count(count, LARGEST_PAGE);
        Call call = Call.get(PATH + "list.json").with("count", Integer.toString(count));
        return executor.execute(
                cursor == null ? call : call.with("cursor", cursor),
                body -> new Page<>(
                        Json.each(body.path("welcome_message_rules"), this::rule)
                                .toList(),
                        Json.textOrNull(body, "next_cursor")));
    }

    /** Deletes a rule. */
    public Answer<Done> destroy(String id) {
        return executor.execute(byId(HttpMethod.DELETE, "destroy.json", id), Done::read);
    }

    private static Call byId(HttpMethod method, String path, String id) {
        Ids.check("a rule", id);
        return Call.of(method, PATH + path).with("id", id);
    }

    private WelcomeRule outer(JsonNode body) {
        return rule(Json.child(body, "welcome_message_rule"));
    }

    private WelcomeRule rule(JsonNode rule) {
        return new WelcomeRule(
                Json.text(rule, "id"),
                Json.millis(rule, "created_timestamp", executor.now()),
                Json.text(rule, "welcome_message_id"));
    }
}
