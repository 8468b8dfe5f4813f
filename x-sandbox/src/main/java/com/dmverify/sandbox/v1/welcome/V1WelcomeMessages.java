package com.dmverify.sandbox.v1.welcome;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.portrait.V1Message;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v1.V1Body;
import com.dmverify.sandbox.v1.V1Texts;
import com.dmverify.sandbox.v1.dm.V1MessageData;
import com.dmverify.sandbox.welcome.WelcomeMessage;
import com.dmverify.sandbox.welcome.WelcomeMessages;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code direct_messages/welcome_messages/…}: new, update, show, list, destroy. */
@Configuration(proxyBeanMethods = false)
class V1WelcomeMessages {

    private static final String ROOT = "/1.1/direct_messages/welcome_messages/";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 9_990;
    private static final int USUAL = 20;
    private static final int MOST = 50;

    private final XDoor door;
    private final WelcomeMessages messages;
    private final V1MessageData messageData;

    V1WelcomeMessages(XDoor door, WelcomeMessages messages, V1MessageData messageData) {
        this.door = door;
        this.messages = messages;
        this.messageData = messageData;
    }

    @Bean
    @Order(24)
    RouterFunction<ServerResponse> v1WelcomeRoutes() {
        return RouterFunctions.route()
                .POST(ROOT + "new.json", door.to(Endpoint.V1_WELCOME_WRITE, this::make))
                .PUT(ROOT + "update.json", door.to(Endpoint.V1_WELCOME_WRITE, this::change))
                .GET(ROOT + "show.json", door.to(Endpoint.V1_WELCOME_SHOW, this::show))
                .GET(ROOT + "list.json", door.to(Endpoint.V1_WELCOME_LIST, this::list))
                .DELETE(ROOT + "destroy.json", door.to(Endpoint.V1_WELCOME_WRITE, this::destroy))
                .build();
    }

    private Reply make(Attempt attempt) {
        JsonNode wanted = V1Body.of(attempt).path("welcome_message");
        V1MessageData.Content content = content(attempt, wanted.path("message_data"));
        String name = V1Texts.atMost(wanted, "name", LONGEST_NAME);
        WelcomeMessage message = messages.add(attempt.me().id(), name, content.text(), content.extras())
                .orElseThrow(() -> Refused.because(Refusal.TOO_MANY_RESOURCES));
        return Reply.json(200, portrait(message));
    }

    private Reply change(Attempt attempt) {
        WelcomeMessage known = find(attempt);
        V1MessageData.Content content = content(attempt, V1Body.of(attempt).path("message_data"));
        WelcomeMessage changed = known.saying(content.text(), content.extras());
        messages.replace(changed);
        return Reply.json(200, portrait(changed));
    }

    private Reply show(Attempt attempt) {
        return Reply.json(200, portrait(find(attempt)));
    }

    private Reply list(Attempt attempt) {
        long me = attempt.me().id();
        long below = attempt.call()
                .query()
                .first("cursor")
                .map(cursor -> Ids.parse(cursor).orElse(Long.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
        long count = attempt.call()
                .query()
                .first("count")
                .map(text -> Ids.parse(text).orElse(USUAL))
                .orElse((long) USUAL);
        int most = (int) Math.clamp(count, 1L, MOST);
        List<WelcomeMessage> found = messages.all().stream()
                .filter(message -> message.owner() == me && message.id() < below)
                .limit(most + 1L)
                .toList();
        List<WelcomeMessage> page = found.stream().limit(most).toList();
        String next = found.size() > most ? Long.toString(page.getLast().id()) : null;
        return Reply.json(
                200,
                Fields.of(
                                "welcome_messages",
                                page.stream().map(V1WelcomeMessages::bare).toList())
                        .with("next_cursor", next));
    }

    private Reply destroy(Attempt attempt) {
        messages.remove(find(attempt));
        return Reply.noContent();
    }

    private WelcomeMessage find(Attempt attempt) {
        String id = attempt.call().param("id").orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "id"));
        return messages.find(attempt.me().id(), Ids.parse(id).orElse(-1))
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
    }

    private V1MessageData.Content content(Attempt attempt, JsonNode data) {
        V1MessageData.Content content = messageData.read(data, attempt.me().id());
        if (content.text().codePointCount(0, content.text().length()) > LONGEST_TEXT) {
            throw Refused.because(Refusal.TEXT_TOO_LONG);
        }
        return content;
    }

    private static Fields portrait(WelcomeMessage message) {
        return Fields.of("welcome_message", bare(message)).with("name", message.name());
    }

    private static Fields bare(WelcomeMessage message) {
        return Fields.of("id", Long.toString(message.id()))
                .with("created_timestamp", Long.toString(message.createdAt().toEpochMilli()))
                .with("message_data", V1Message.data(message.text(), message.extras()))
                .with("name", message.name());
    }
}
