package com.dmverify.sandbox.v1.welcome;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1MessageJson;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.v1.V1Body;
import com.dmverify.sandbox.v1.V1TextFields;
import com.dmverify.sandbox.v1.dm.V1MessageData;
import com.dmverify.sandbox.welcome.WelcomeMessage;
import com.dmverify.sandbox.welcome.WelcomeMessages;
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
class V1WelcomeMessageRoutes {

    private static final String ROOT = "/1.1/direct_messages/welcome_messages/";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 9_990;
    private static final int USUAL = 20;
    private static final int MOST = 50;

    private final ApiHandlers handlers;
    private final WelcomeMessages messages;
    private final V1MessageData messageData;

    V1WelcomeMessageRoutes(ApiHandlers handlers, WelcomeMessages messages, V1MessageData messageData) {
        this.handlers = handlers;
        this.messages = messages;
        this.messageData = messageData;
    }

    @Bean
    @Order(24)
    RouterFunction<ServerResponse> v1WelcomeRouterFunction() {
        return RouterFunctions.route()
                .POST(ROOT + "new.json", handlers.handle(Endpoint.V1_WELCOME_WRITE, this::make))
                .PUT(ROOT + "update.json", handlers.handle(Endpoint.V1_WELCOME_WRITE, this::change))
                .GET(ROOT + "show.json", handlers.handle(Endpoint.V1_WELCOME_SHOW, this::show))
                .GET(ROOT + "list.json", handlers.handle(Endpoint.V1_WELCOME_LIST, this::list))
                .DELETE(ROOT + "destroy.json", handlers.handle(Endpoint.V1_WELCOME_WRITE, this::destroy))
                .build();
    }

    private Reply make(ApiRequest request) {
        JsonNode wanted = V1Body.of(request).path("welcome_message");
        V1MessageData.Content content = content(request, wanted.path("message_data"));
        String name = V1TextFields.atMost(wanted, "name", LONGEST_NAME);
        WelcomeMessage message = messages.add(request.me().id(), name, content.text(), content.extras())
                .orElseThrow(() -> ApiException.of(ApiError.TOO_MANY_RESOURCES));
        return Reply.json(200, toJson(message));
    }

    private Reply change(ApiRequest request) {
        WelcomeMessage known = find(request);
        V1MessageData.Content content = content(request, V1Body.of(request).path("message_data"));
        WelcomeMessage changed = known.withContent(content.text(), content.extras());
        messages.replace(changed);
        return Reply.json(200, toJson(changed));
    }

    private Reply show(ApiRequest request) {
        return Reply.json(200, toJson(find(request)));
    }

    private Reply list(ApiRequest request) {
        long me = request.me().id();
        long below = request.call()
                .query()
                .first("cursor")
                .map(cursor -> Ids.parse(cursor).orElse(Long.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
        long count = request.call()
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
                JsonObject.of(
                                "welcome_messages",
                                page.stream().map(V1WelcomeMessageRoutes::bare).toList())
                        .with("next_cursor", next));
    }

    private Reply destroy(ApiRequest request) {
        messages.remove(find(request));
        return Reply.noContent();
    }

    private WelcomeMessage find(ApiRequest request) {
        String id = request.call().param("id").orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "id"));
        return messages.find(request.me().id(), Ids.parse(id).orElse(-1))
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
    }

    private V1MessageData.Content content(ApiRequest request, JsonNode data) {
        V1MessageData.Content content = messageData.read(data, request.me().id());
        if (content.text().codePointCount(0, content.text().length()) > LONGEST_TEXT) {
            throw ApiException.of(ApiError.TEXT_TOO_LONG);
        }
        return content;
    }

    private static JsonObject toJson(WelcomeMessage message) {
        return JsonObject.of("welcome_message", bare(message)).with("name", message.name());
    }

    private static JsonObject bare(WelcomeMessage message) {
        return JsonObject.of("id", Long.toString(message.id()))
                .with("created_timestamp", Long.toString(message.createdAt().toEpochMilli()))
                .with("message_data", V1MessageJson.data(message.text(), message.extras()))
                .with("name", message.name());
    }
}
