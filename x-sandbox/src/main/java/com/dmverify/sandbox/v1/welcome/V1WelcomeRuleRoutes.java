package com.dmverify.sandbox.v1.welcome;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.DmSetting;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.v1.V1Body;
import com.dmverify.sandbox.welcome.WelcomeMessage;
import com.dmverify.sandbox.welcome.WelcomeMessages;
import com.dmverify.sandbox.welcome.WelcomeRule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code direct_messages/welcome_messages/rules/…}: one for each account, which must accept messages from everyone. */
@Configuration(proxyBeanMethods = false)
class V1WelcomeRuleRoutes {

    private static final String ROOT = "/1.1/direct_messages/welcome_messages/rules/";

    private final ApiHandlers handlers;
    private final WelcomeMessages messages;

    V1WelcomeRuleRoutes(ApiHandlers handlers, WelcomeMessages messages) {
        this.handlers = handlers;
        this.messages = messages;
    }

    @Bean
    @Order(25)
    RouterFunction<ServerResponse> v1WelcomeRuleRouterFunction() {
        return RouterFunctions.route()
                .POST(ROOT + "new.json", handlers.handle(Endpoint.V1_WELCOME_WRITE, this::make))
                .GET(ROOT + "show.json", handlers.handle(Endpoint.V1_WELCOME_SHOW, this::show))
                .GET(ROOT + "list.json", handlers.handle(Endpoint.V1_WELCOME_LIST, this::list))
                .DELETE(ROOT + "destroy.json", handlers.handle(Endpoint.V1_WELCOME_WRITE, this::destroy))
                .build();
    }

    private Reply make(ApiRequest request) {
        String id = Json.text(V1Body.of(request).at("/welcome_message_rule/welcome_message_id"));
        if (id == null) {
            throw ApiException.of(ApiError.PARAMETER_MISSING, "welcome_message_id");
        }
        WelcomeMessage message = messages.find(request.me().id(), Ids.parse(id).orElse(-1))
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
        if (request.me().dmSetting() != DmSetting.EVERYONE) {
            throw ApiException.of(ApiError.BAD_REQUEST, "Owner must allow dms from anyone.");
        }
        WelcomeRule rule = messages.rule(message)
                .orElseThrow(() -> ApiException.of(ApiError.BAD_REQUEST, "Only one rule is allowed for each account."));
        return Reply.json(200, toJson(rule));
    }

    private Reply show(ApiRequest request) {
        return Reply.json(200, toJson(find(request)));
    }

    private Reply list(ApiRequest request) {
        List<JsonObject> all = messages.ruleOf(request.me().id()).stream()
                .map(V1WelcomeRuleRoutes::bare)
                .toList();
        return Reply.json(200, JsonObject.of("welcome_message_rules", all));
    }

    private Reply destroy(ApiRequest request) {
        messages.removeRule(find(request));
        return Reply.noContent();
    }

    private WelcomeRule find(ApiRequest request) {
        String id = request.call().param("id").orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "id"));
        return messages.ruleOf(request.me().id())
                .filter(rule -> id.equals(Long.toString(rule.id())))
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
    }

    private static JsonObject toJson(WelcomeRule rule) {
        return JsonObject.of("welcome_message_rule", bare(rule));
    }

    private static JsonObject bare(WelcomeRule rule) {
        return JsonObject.of("id", Long.toString(rule.id()))
                .with("created_timestamp", Long.toString(rule.createdAt().toEpochMilli()))
                .with("welcome_message_id", Long.toString(rule.welcomeMessageId()));
    }
}
