package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.Subscriptions;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
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

/** {@code /2/activity/subscriptions}: one type of event of one user each. */
@Configuration(proxyBeanMethods = false)
class V2Activity {

    private static final String ALL = "/2/activity/subscriptions";
    private static final int PAGE = 1000;
    private static final int MOST_DELETED = 100;

    private final XDoor door;
    private final Subscriptions subscriptions;
    private final SubscriptionReader reader;
    private final ActivityProperties properties;
    private final Clock clock;

    V2Activity(
            XDoor door,
            Subscriptions subscriptions,
            SubscriptionReader reader,
            ActivityProperties properties,
            Clock clock) {
        this.door = door;
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    @Order(16)
    RouterFunction<ServerResponse> v2ActivityRoutes() {
        return RouterFunctions.route()
                .POST(ALL, door.to(Endpoint.V2_ACTIVITY, this::create))
                .GET(ALL, door.to(Endpoint.V2_ACTIVITY, this::list))
                .PUT(ALL + "/{subscription_id}", door.to(Endpoint.V2_ACTIVITY_CHANGE, this::change))
                .DELETE(ALL + "/{subscription_id}", door.to(Endpoint.V2_ACTIVITY_CHANGE, this::delete))
                .DELETE(ALL, door.to(Endpoint.V2_ACTIVITY_CHANGE, this::deleteMany))
                .build();
    }

    private Reply create(Attempt attempt) {
        Subscription wanted = reader.read(attempt);
        if (total(attempt) >= properties.most()) {
            throw Refused.reason(
                    403, "SubscriptionLimitExceeded", "SubscriptionLimitExceeded: at most " + properties.most() + ".");
        }
        if (!subscriptions.add(wanted)) {
            throw Refused.reason(
                    409, "DuplicateSubscriptionFailed", "DuplicateSubscriptionFailed: Subscription already exists.");
        }
        return Reply.json(200, SubscriptionPortrait.created(wanted, properties.createdAnswer(), total(attempt)));
    }

    private Reply list(Attempt attempt) {
        int most = V2Parameters.number(attempt.call(), "max_results", PAGE, PAGE);
        String after =
                PageToken.of(attempt).map(token -> Long.toString(token.id())).orElse("");
        List<Subscription> rest = subscriptions.xActivity(attempt.caller().app()).stream()
                .filter(subscription -> subscription.id().compareTo(after) > 0)
                .toList();
        List<Subscription> page = rest.stream().limit(most).toList();
        Fields meta = SubscriptionPortrait.total(total(attempt));
        if (rest.size() > most) {
            meta.with(
                    "next_token", PageToken.after(Long.parseLong(page.getLast().id())));
        }
        return Reply.json(
                200,
                Fields.of("data", page.stream().map(SubscriptionPortrait::of).toList())
                        .with("meta", meta));
    }

    private Reply change(Attempt attempt) {
        Subscription known = find(attempt, attempt.call().path("subscription_id"))
                .orElseThrow(() -> notFound(attempt.call().path("subscription_id")));
        JsonNode body = V2Body.of(attempt, Set.of("tag", "webhook_id"));
        Webhook webhook = reader.webhook(attempt, body);
        Subscription changed =
                known.changed(SubscriptionReader.tag(body), webhook == null ? null : webhook.id(), clock.instant());
        subscriptions.replace(changed);
        return Reply.json(
                200,
                Fields.of("data", SubscriptionPortrait.of(changed))
                        .with("meta", SubscriptionPortrait.total(total(attempt))));
    }

    private Reply delete(Attempt attempt) {
        String id = attempt.call().path("subscription_id");
        if (!remove(attempt, id)) {
            throw notFound(id);
        }
        return Reply.json(
                200,
                Fields.of("data", Fields.of("deleted", true)).with("meta", SubscriptionPortrait.total(total(attempt))));
    }

    /** What cannot be deleted is told one by one; the others go. */
    private Reply deleteMany(Attempt attempt) {
        Set<String> ids = V2Parameters.list(attempt.call(), "ids");
        if (ids.isEmpty() || ids.size() > MOST_DELETED) {
            throw Refused.invalid(
                    "ids",
                    Integer.toString(ids.size()),
                    "The `ids` query parameter takes 1 to " + MOST_DELETED + " values");
        }
        List<Fields> deleted = new ArrayList<>();
        List<Fields> errors = new ArrayList<>();
        for (String id : ids) {
            if (remove(attempt, id)) {
                deleted.add(Fields.of("subscription_id", id).with("deleted", true));
            } else {
                errors.add(Fields.of("subscription_id", id)
                        .with("reason", "SubscriptionNotFound")
                        .with("message", "There is no such subscription."));
            }
        }
        return Reply.json(
                200,
                Fields.of("data", deleted)
                        .with("errors", errors.isEmpty() ? null : errors)
                        .with("meta", SubscriptionPortrait.total(total(attempt))));
    }

    private boolean remove(Attempt attempt, String id) {
        return find(attempt, id).isPresent()
                && subscriptions.remove(subscription -> subscription.id().equals(id));
    }

    private Optional<Subscription> find(Attempt attempt, String id) {
        App app = attempt.caller().app();
        return subscriptions.xActivity(app).stream()
                .filter(subscription -> subscription.id().equals(id))
                .findFirst();
    }

    private int total(Attempt attempt) {
        return subscriptions.xActivity(attempt.caller().app()).size();
    }

    private static Refused notFound(String id) {
        return Refused.reason(404, "SubscriptionNotFound", "SubscriptionNotFound: no subscription [" + id + "].");
    }
}
