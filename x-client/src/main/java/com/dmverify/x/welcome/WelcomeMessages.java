package com.dmverify.x.welcome;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.Verb;
import com.dmverify.x.dm.content.Checks;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.content.MessageData;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.page.Page;
import com.dmverify.x.wire.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The greetings of an account. Arguments beyond X's limits are an {@link IllegalArgumentException}. Source: X's v1.1
 * pages "Welcome Messages".
 */
public final class WelcomeMessages {

    private static final String PATH = "/1.1/direct_messages/welcome_messages/";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 9_990;
    private static final int LARGEST_PAGE = 50;

    private final Wire wire;

    public WelcomeMessages(Wire wire) {
        this.wire = wire;
    }

    /** A new greeting. A {@link WelcomeRules rule} or a link has to name it before anybody sees it. */
    public Answer<WelcomeMessage> create(String name, Content content) {
        Checks.text("the name of a welcome message", name, LONGEST_NAME);
        ObjectNode body = Json.object();
        body.putObject("welcome_message").put("name", name).set("message_data", data(content));
        return wire.call(Call.of(Verb.POST, PATH + "new.json").withJson(body), WelcomeMessages::outer);
    }

    /** Says something else in the same greeting. */
    public Answer<WelcomeMessage> update(String id, Content content) {
        ObjectNode body = Json.object().set("message_data", data(content));
        return wire.call(byId(Verb.PUT, "update.json", id).withJson(body), WelcomeMessages::outer);
    }

    /** One greeting. */
    public Answer<WelcomeMessage> show(String id) {
        return wire.call(byId(Verb.GET, "show.json", id), WelcomeMessages::outer);
    }

    /** All greetings, 1 to 50 at a time; the cursor is null for the first page, then {@code next} of the page before. */
    public Answer<Page<WelcomeMessage>> list(int count, @Nullable String cursor) {
        Checks.count(count, LARGEST_PAGE);
        Call call = Call.get(PATH + "list.json").with("count", Integer.toString(count));
        return wire.call(
                cursor == null ? call : call.with("cursor", cursor),
                body -> new Page<>(
                        Json.each(body.path("welcome_messages"), message -> message(message, message))
                                .toList(),
                        Json.textOrNull(body, "next_cursor")));
    }

    /** Removes a greeting. */
    public Answer<Done> destroy(String id) {
        return wire.call(byId(Verb.DELETE, "destroy.json", id), Done::read);
    }

    private static Call byId(Verb verb, String path, String id) {
        Ids.check("a welcome message", id);
        return Call.of(verb, PATH + path).with("id", id);
    }

    private static ObjectNode data(Content content) {
        Checks.text("a welcome message", content.text(), LONGEST_TEXT);
        return content.toJson();
    }

    // X puts the name beside the message, not into it.
    private static WelcomeMessage outer(JsonNode body) {
        JsonNode message = Json.child(body, "welcome_message");
        return message(message, message.has("name") ? message : body);
    }

    private static WelcomeMessage message(JsonNode message, JsonNode named) {
        return new WelcomeMessage(
                Json.text(message, "id"),
                Json.millis(message, "created_timestamp"),
                Json.textOrNull(named, "name"),
                MessageData.read(message.path("message_data")));
    }
}
