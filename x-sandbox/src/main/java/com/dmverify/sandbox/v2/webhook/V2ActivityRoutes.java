package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.Subscriptions;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.webhook.Webhook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.JsonNode;

/** {@code /2/activity/subscriptions}: each has one event type of one user. */
@Configuration(proxyBeanMethods = false)
class V2ActivityRoutes {

    private static final String ALL = "/2/activity/subscriptions";
    private static final int PAGE = 1000;
    private static final int MOST_DELETED = 100;

    private final ApiHandlers handlers;
    private final Subscriptions subscriptions;
    private final SubscriptionReader reader;
    private final ActivityProperties properties;
    private final Clock clock;

    V2ActivityRoutes(
            ApiHandlers handlers,
            Subscriptions subscriptions,
            SubscriptionReader reader,
            ActivityProperties properties,
            Clock clock) {
        this.handlers = handlers;
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    @Order(16)
    RouterFunction<ServerResponse> v2ActivityRouterFunction() {
        return RouterFunctions.route()
                .POST(ALL, handlers.handle(Endpoint.V2_ACTIVITY, this::create))
                .GET(ALL, handlers.handle(Endpoint.V2_ACTIVITY, this::list))
                .PUT(ALL + "/{subscription_id}", handlers.handle(Endpoint.V2_ACTIVITY_CHANGE, this::change))
                .DELETE(ALL + "/{subscription_id}", handlers.handle(Endpoint.V2_ACTIVITY_CHANGE, this::delete))
                .DELETE(ALL, handlers.handle(Endpoint.V2_ACTIVITY_CHANGE, this::deleteMany))
                .build();
    }

    private Reply create(ApiRequest request) {
        Subscription wanted = reader.read(request);
        if (total(request) >= properties.most()) {
            throw ApiException.reason(
                    403, "SubscriptionLimitExceeded", "SubscriptionLimitExceeded: at most " + properties.most() + ".");
        }
        if (!subscriptions.add(wanted)) {
            throw ApiException.reason(
                    409, "DuplicateSubscriptionFailed", "DuplicateSubscriptionFailed: Subscription already exists.");
        }
        return Reply.json(200, SubscriptionJson.created(wanted, properties.createdAnswer(), total(request)));
    }

    private Reply list(ApiRequest request) {
        int most = V2Parameters.number(request.call(), "max_results", PAGE, PAGE);
        String after =
                PageToken.of(request).map(token -> Long.toString(token.id())).orElse("");
        List<Subscription> rest = subscriptions.xActivity(request.caller().app()).stream()
                .filter(subscription -> subscription.id().compareTo(after) > 0)
                .toList();
        List<Subscription> page = rest.stream().limit(most).toList();
        JsonObject meta = SubscriptionJson.total(total(request));
        if (rest.size() > most) {
            meta.with(
                    "next_token", PageToken.after(Long.parseLong(page.getLast().id())));
        }
        return Reply.json(
                200,
                JsonObject.of("data", page.stream().map(SubscriptionJson::of).toList())
                        .with("meta", meta));
    }

    private Reply change(ApiRequest request) {
        Subscription known = find(request, request.call().path("subscription_id"))
                .orElseThrow(() -> notFound(request.call().path("subscription_id")));
        JsonNode body = V2Body.of(request, Set.of("tag", "webhook_id"));
        Webhook webhook = reader.webhook(request, body);
        Subscription changed =
                known.changed(SubscriptionReader.tag(body), webhook == null ? null : webhook.id(), clock.instant());
        subscriptions.replace(changed);
        return Reply.json(
                200,
                JsonObject.of("data", SubscriptionJson.of(changed))
                        .with("meta", SubscriptionJson.total(total(request))));
    }

    private Reply delete(ApiRequest request) {
        String id = request.call().path("subscription_id");
        if (!remove(request, id)) {
            throw notFound(id);
        }
        return Reply.json(
                200,
                JsonObject.of("data", JsonObject.of("deleted", true))
                        .with("meta", SubscriptionJson.total(total(request))));
    }

    /** Deletes several subscriptions and lists those that cannot be deleted. */
    private Reply deleteMany(ApiRequest request) {
        Set<String> ids = V2Parameters.list(request.call(), "ids");
        if (ids.isEmpty() || ids.size() > MOST_DELETED) {
            throw ApiException.invalid(
                    "ids",
                    Integer.toString(ids.size()),
                    "The `ids` query parameter takes 1 to " + MOST_DELETED + " values");
        }
        List<JsonObject> deleted = new ArrayList<>();
        List<JsonObject> errors = new ArrayList<>();
        for (String id : ids) {
            if (remove(request, id)) {
                deleted.add(JsonObject.of("subscription_id", id).with("deleted", true));
            } else {
                errors.add(JsonObject.of("subscription_id", id)
                        .with("reason", "SubscriptionNotFound")
                        .with("message", "There is no such subscription."));
            }
        }
        return Reply.json(
                200,
                JsonObject.of("data", deleted)
                        .with("errors", errors.isEmpty() ? null : errors)
                        .with("meta", SubscriptionJson.total(total(request))));
    }

    private boolean remove(ApiRequest request, String id) {
        return find(request, id).isPresent()
                && subscriptions.remove(subscription -> subscription.id().equals(id));
    }

    private Optional<Subscription> find(ApiRequest request, String id) {
        App app = request.caller().app();
        return subscriptions.xActivity(app).stream()
                .filter(subscription -> subscription.id().equals(id))
                .findFirst();
    }

    private int total(ApiRequest request) {
        return subscriptions.xActivity(request.caller().app()).size();
    }

    private static ApiException notFound(String id) {
        return ApiException.reason(404, "SubscriptionNotFound", "SubscriptionNotFound: no subscription [" + id + "].");
    }
}
