package com.dmverify.sandbox.v1.welcome;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.DmSetting;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v1.V1Body;
import com.dmverify.sandbox.welcome.WelcomeMessage;
import com.dmverify.sandbox.welcome.WelcomeMessages;
import com.dmverify.sandbox.welcome.WelcomeRule;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Json;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code direct_messages/welcome_messages/rules/…}: one for each account, which must take messages from anyone. */
@Configuration(proxyBeanMethods = false)
class V1WelcomeRules {

    private static final String ROOT = "/1.1/direct_messages/welcome_messages/rules/";

    private final XDoor door;
    private final WelcomeMessages messages;

    V1WelcomeRules(XDoor door, WelcomeMessages messages) {
        this.door = door;
        this.messages = messages;
    }

    @Bean
    @Order(25)
    RouterFunction<ServerResponse> v1WelcomeRuleRoutes() {
        return RouterFunctions.route()
                .POST(ROOT + "new.json", door.to(Endpoint.V1_WELCOME_WRITE, this::make))
                .GET(ROOT + "show.json", door.to(Endpoint.V1_WELCOME_SHOW, this::show))
                .GET(ROOT + "list.json", door.to(Endpoint.V1_WELCOME_LIST, this::list))
                .DELETE(ROOT + "destroy.json", door.to(Endpoint.V1_WELCOME_WRITE, this::destroy))
                .build();
    }

    private Reply make(Attempt attempt) {
        String id = Json.text(V1Body.of(attempt).at("/welcome_message_rule/welcome_message_id"));
        if (id == null) {
            throw Refused.because(Refusal.PARAMETER_MISSING, "welcome_message_id");
        }
        WelcomeMessage message = messages.find(attempt.me().id(), Ids.parse(id).orElse(-1))
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
        if (attempt.me().dmSetting() != DmSetting.EVERYONE) {
            throw Refused.because(Refusal.BAD_REQUEST, "Owner must allow dms from anyone.");
        }
        WelcomeRule rule = messages.rule(message)
                .orElseThrow(() -> Refused.because(Refusal.BAD_REQUEST, "Only one rule is allowed for each account."));
        return Reply.json(200, portrait(rule));
    }

    private Reply show(Attempt attempt) {
        return Reply.json(200, portrait(find(attempt)));
    }

    private Reply list(Attempt attempt) {
        List<Fields> all = messages.ruleOf(attempt.me().id()).stream()
                .map(V1WelcomeRules::bare)
                .toList();
        return Reply.json(200, Fields.of("welcome_message_rules", all));
    }

    private Reply destroy(Attempt attempt) {
        messages.removeRule(find(attempt));
        return Reply.noContent();
    }

    private WelcomeRule find(Attempt attempt) {
        String id = attempt.call().param("id").orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "id"));
        return messages.ruleOf(attempt.me().id())
                .filter(rule -> id.equals(Long.toString(rule.id())))
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
    }

    private static Fields portrait(WelcomeRule rule) {
        return Fields.of("welcome_message_rule", bare(rule));
    }

    private static Fields bare(WelcomeRule rule) {
        return Fields.of("id", Long.toString(rule.id()))
                .with("created_timestamp", Long.toString(rule.createdAt().toEpochMilli()))
                .with("welcome_message_id", Long.toString(rule.welcomeMessageId()));
    }
}
