package com.dmverify.x.welcome;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.dm.content.ArgumentChecks;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.content.MessageData;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.page.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The welcome messages of an account. Arguments beyond X's limits are an {@link IllegalArgumentException}. Source: X's
 * v1.1 pages "Welcome Messages".
 */
public final class WelcomeMessages {

    private static final String PATH = "/1.1/direct_messages/welcome_messages/";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 9_990;
    private static final int LARGEST_PAGE = 50;

    private final CallExecutor executor;

    public WelcomeMessages(CallExecutor executor) {
        this.executor = executor;
    }

    /** Creates a welcome message. It is shown once a {@link WelcomeRules rule} or a link names it. */
    public Answer<WelcomeMessage> create(String name, Content content) {
        ArgumentChecks.text("the name of a welcome message", name, LONGEST_NAME);
        ObjectNode body = Json.object();
        body.putObject("welcome_message").put("name", name).set("message_data", data(content));
        return executor.execute(Call.of(HttpMethod.POST, PATH + "new.json").withJson(body), this::outer);
    }

    /** Replaces the content of a welcome message. */
    public Answer<WelcomeMessage> update(String id, Content content) {
        ObjectNode body = Json.object().set("message_data", data(content));
        return executor.execute(byId(HttpMethod.PUT, "update.json", id).withJson(body), this::outer);
    }

    /** One welcome message. */
    public Answer<WelcomeMessage> show(String id) {
        return executor.execute(byId(HttpMethod.GET, "show.json", id), this::outer);
    }

    /**
     * All welcome messages, 1 to 50 per page; the cursor is null for the first page, then {@code next} of the page
     * before.
     */
    public Answer<Page<WelcomeMessage>> list(int count, @Nullable String cursor) {
        ArgumentChecks.count(count, LARGEST_PAGE);
        Call call = Call.get(PATH + "list.json").with("count", Integer.toString(count));
        return executor.execute(
                cursor == null ? call : call.with("cursor", cursor),
                body -> new Page<>(
                        Json.each(body.path("welcome_messages"), message -> message(message, message))
                                .toList(),
                        Json.textOrNull(body, "next_cursor")));
    }

    /** Deletes a welcome message. */
    public Answer<Done> destroy(String id) {
        return executor.execute(byId(HttpMethod.DELETE, "destroy.json", id), Done::read);
    }

    private static Call byId(HttpMethod method, String path, String id) {
        Ids.check("a welcome message", id);
        return Call.of(method, PATH + path).with("id", id);
    }

    private static ObjectNode data(Content content) {
        ArgumentChecks.text("a welcome message", content.text(), LONGEST_TEXT);
        return content.toJson();
    }

    // X returns the name beside the message, not in it.
    private WelcomeMessage outer(JsonNode body) {
        JsonNode message = Json.child(body, "welcome_message");
        return message(message, message.has("name") ? message : body);
    }

    private WelcomeMessage message(JsonNode message, JsonNode named) {
        return new WelcomeMessage(
                Json.text(message, "id"),
                Json.millis(message, "created_timestamp", executor.now()),
                Json.textOrNull(named, "name"),
                MessageData.read(message.path("message_data")));
    }
}
