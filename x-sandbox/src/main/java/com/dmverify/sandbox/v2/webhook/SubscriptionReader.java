package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.EventTypes;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.activity.SubscriptionFilter;
import com.dmverify.sandbox.activity.WebhookRegistration;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads X Activity subscriptions and checks who may subscribe to private events. */
@Component
class SubscriptionReader {

    private static final Set<String> KNOWN = Set.of("event_type", "filter", "tag", "webhook_id");
    private static final Set<String> FILTER = Set.of("user_id", "direction", "keyword");
    private static final int LONGEST_TAG = 200;

    private final Webhooks webhooks;
    private final WebhookRegistration registration;
    private final People people;

    SubscriptionReader(Webhooks webhooks, WebhookRegistration registration, People people) {
        this.webhooks = webhooks;
        this.registration = registration;
        this.people = people;
    }

    Subscription read(ApiRequest request) {
        JsonNode body = V2Body.of(request, KNOWN);
        String type = EventTypes.canonical(V2Body.required(body, "event_type"));
        if (!EventTypes.isKnown(type)) {
            throw ApiException.invalid("$.event_type: does not have a value in the enumeration");
        }
        SubscriptionFilter filter = filter(body.path("filter"), type);
        requireConsent(request, type, filter.userId());
        return registration.subscription(request.caller().app(), webhook(request, body), filter, tag(body));
    }

    static @Nullable String tag(JsonNode body) {
        String tag = V2Body.optional(body, "tag").orElse(null);
        if (body.has("tag") && (tag == null || tag.length() > LONGEST_TAG)) {
            throw ApiException.invalid("$.tag: must be 1 to " + LONGEST_TAG + " characters long");
        }
        return tag;
    }

    @Nullable
    Webhook webhook(ApiRequest request, JsonNode body) {
        return body.has("webhook_id")
                ? V2WebhookRoutes.find(webhooks, request, V2Body.required(body, "webhook_id"))
                : null;
    }

    private SubscriptionFilter filter(JsonNode filter, String type) {
        if (!filter.isObject()) {
            throw ApiException.invalid("$.filter: is missing but it is required");
        }
        V2Body.onlyKnown(filter, FILTER);
        String id = V2Body.required(filter, "user_id");
        Person user = people.byId(id)
                .orElseThrow(() ->
                        ApiException.invalid("user_id", id, "The `user_id` of the filter [" + id + "] is not valid"));
        String direction = V2Body.optional(filter, "direction").orElse(null);
        if (direction != null && !direction.equals("inbound") && !direction.equals("outbound")) {
            throw ApiException.invalid("$.filter.direction: must be `inbound` or `outbound`");
        }
        return new SubscriptionFilter(user.id(), type, direction);
    }

    /** Private events require the user's consent; every app may subscribe to public ones. */
    private static void requireConsent(ApiRequest request, String type, long userId) {
        EventTypes.scope(type).ifPresent(scope -> {
            Person user = request.caller().user();
            if (user == null) {
                throw ApiException.of(ApiError.APP_ONLY_FORBIDDEN);
            }
            Set<String> scopes = request.caller().scopes();
            if (user.id() != userId || (scopes != null && !scopes.contains(scope))) {
                throw ApiException.of(ApiError.MISSING_SCOPE);
            }
        });
    }
}
