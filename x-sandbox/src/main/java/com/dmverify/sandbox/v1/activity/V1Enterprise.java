package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /1.1/account_activity/webhooks…}: the enterprise kind. */
@Configuration(proxyBeanMethods = false)
class V1Enterprise {

    private static final String ROOT = "/1.1/account_activity/";
    private static final String WEBHOOK = ROOT + "webhooks/{webhook_id}";

    private final XDoor door;
    private final V1Registration registration;
    private final V1Subscribers subscribers;
    private final V1Replay replay;
    private final Webhooks webhooks;

    V1Enterprise(
            XDoor door, V1Registration registration, V1Subscribers subscribers, V1Replay replay, Webhooks webhooks) {
        this.door = door;
        this.registration = registration;
        this.subscribers = subscribers;
        this.replay = replay;
        this.webhooks = webhooks;
    }

    @Bean
    @Order(18)
    RouterFunction<ServerResponse> v1EnterpriseRoutes() {
        return RouterFunctions.route()
                .POST(ROOT + "webhooks.json", door.waiting(Endpoint.V1_ACTIVITY_USER, this::register))
                .GET(ROOT + "webhooks.json", door.to(Endpoint.V1_ACTIVITY_APP, this::list))
                .PUT(
                        WEBHOOK,
                        door.waiting(
                                Endpoint.V1_ACTIVITY_USER,
                                attempt -> registration.validate(registration.find(attempt))))
                .DELETE(
                        WEBHOOK,
                        door.to(Endpoint.V1_ACTIVITY_USER, attempt -> registration.delete(registration.find(attempt))))
                .POST(
                        WEBHOOK + "/subscriptions/all.json",
                        door.to(
                                Endpoint.V1_ACTIVITY_USER,
                                attempt -> subscribers.add(attempt, registration.find(attempt))))
                .GET(
                        WEBHOOK + "/subscriptions/all.json",
                        door.to(
                                Endpoint.V1_ACTIVITY_USER,
                                attempt -> subscribers.check(attempt, registration.find(attempt))))
                .GET(WEBHOOK + "/subscriptions/all/list.json", door.to(Endpoint.V1_ACTIVITY_APP, this::subscriptions))
                .DELETE(
                        WEBHOOK + "/subscriptions/{user_id}/all.json",
                        door.to(
                                Endpoint.V1_ACTIVITY_APP,
                                attempt -> subscribers.remove(
                                        registration.find(attempt),
                                        attempt.call().path("user_id"))))
                .GET(
                        ROOT + "subscriptions/count.json",
                        door.to(
                                Endpoint.V1_ACTIVITY_APP,
                                attempt -> subscribers.count(attempt.caller().app())))
                .POST(
                        ROOT + "replay/webhooks/{webhook_id}/subscriptions/all.json",
                        door.to(
                                Endpoint.V1_ACTIVITY_REPLAY,
                                attempt -> replay.start(attempt, registration.find(attempt))))
                .build();
    }

    private Reply register(Attempt attempt) {
        return Reply.json(200, V1Registration.portrait(registration.register(attempt)));
    }

    private Reply list(Attempt attempt) {
        return Reply.json(
                200,
                webhooks.of(attempt.caller().app()).stream()
                        .map(V1Registration::portrait)
                        .toList());
    }

    private Reply subscriptions(Attempt attempt) {
        Webhook webhook = registration.find(attempt);
        return Reply.json(
                200,
                Fields.of("webhook_id", webhook.id())
                        .with("webhook_url", webhook.url().toString())
                        .with("application_id", webhook.app().id())
                        .with("subscriptions", subscribers.users(webhook)));
    }
}
