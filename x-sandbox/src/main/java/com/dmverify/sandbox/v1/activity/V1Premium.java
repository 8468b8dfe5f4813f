package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /1.1/account_activity/all/:env_name/…}: the premium kind, with named environments. */
@Configuration(proxyBeanMethods = false)
class V1Premium {

    private static final String ALL = "/1.1/account_activity/all/";
    private static final String ENV = ALL + "{env_name}/";

    private final XDoor door;
    private final V1Registration registration;
    private final V1Subscribers subscribers;
    private final Environments environments;

    V1Premium(XDoor door, V1Registration registration, V1Subscribers subscribers, Environments environments) {
        this.door = door;
        this.registration = registration;
        this.subscribers = subscribers;
        this.environments = environments;
    }

    @Bean
    @Order(17)
    RouterFunction<ServerResponse> v1PremiumRoutes() {
        return RouterFunctions.route()
                .GET(ALL + "webhooks.json", door.to(Endpoint.V1_ACTIVITY_APP, this::all))
                .GET(
                        ALL + "subscriptions/count.json",
                        door.to(
                                Endpoint.V1_ACTIVITY_APP,
                                attempt -> subscribers.count(attempt.caller().app())))
                .POST(ENV + "webhooks.json", door.waiting(Endpoint.V1_ACTIVITY_USER, this::register))
                .GET(ENV + "webhooks.json", door.to(Endpoint.V1_ACTIVITY_APP, this::list))
                .PUT(ENV + "webhooks/{webhook_id}", door.waiting(Endpoint.V1_ACTIVITY_USER, this::validate))
                .DELETE(ENV + "webhooks/{webhook_id}", door.to(Endpoint.V1_ACTIVITY_USER, this::delete))
                .POST(
                        ENV + "subscriptions.json",
                        door.to(Endpoint.V1_ACTIVITY_USER, attempt -> subscribers.add(attempt, webhook(attempt))))
                .GET(
                        ENV + "subscriptions.json",
                        door.to(Endpoint.V1_ACTIVITY_USER, attempt -> subscribers.check(attempt, webhook(attempt))))
                .GET(ENV + "subscriptions/list.json", door.to(Endpoint.V1_ACTIVITY_APP, this::subscriptions))
                .DELETE(ENV + "subscriptions/{user_id}", door.to(Endpoint.V1_ACTIVITY_APP, this::unsubscribe))
                .build();
    }

    private Reply register(Attempt attempt) {
        Webhook webhook = registration.register(attempt);
        environments.put(webhook, attempt.call().path("env_name"));
        return Reply.json(200, V1Registration.portrait(webhook));
    }

    private Reply all(Attempt attempt) {
        App app = attempt.caller().app();
        List<Fields> all = environments.of(app).stream()
                .map(name -> Fields.of("environment_name", name).with("webhooks", portraits(app, name)))
                .toList();
        return Reply.json(200, Fields.of("environments", all));
    }

    private Reply list(Attempt attempt) {
        return Reply.json(200, portraits(attempt.caller().app(), attempt.call().path("env_name")));
    }

    private Reply validate(Attempt attempt) {
        return registration.validate(registration.find(attempt));
    }

    private Reply delete(Attempt attempt) {
        Webhook webhook = registration.find(attempt);
        environments.remove(webhook);
        return registration.delete(webhook);
    }

    private Reply subscriptions(Attempt attempt) {
        App app = attempt.caller().app();
        return Reply.json(
                200,
                Fields.of("environment", attempt.call().path("env_name"))
                        .with("application_id", app.id())
                        .with("subscriptions", subscribers.users(webhook(attempt))));
    }

    private Reply unsubscribe(Attempt attempt) {
        return subscribers.remove(
                webhook(attempt), attempt.call().path("user_id").replaceAll("\\.json$", ""));
    }

    private Webhook webhook(Attempt attempt) {
        return environments
                .webhook(attempt.caller().app(), attempt.call().path("env_name"))
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
    }

    private List<Fields> portraits(App app, String environment) {
        return environments.webhooks(app, environment).stream()
                .map(V1Registration::portrait)
                .toList();
    }
}
