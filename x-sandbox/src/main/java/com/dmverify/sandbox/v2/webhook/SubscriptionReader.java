package com.dmverify.sandbox.v2.webhook;

import com.dmverify.sandbox.activity.EventTypes;
import com.dmverify.sandbox.activity.Interest;
import com.dmverify.sandbox.activity.Registrar;
import com.dmverify.sandbox.activity.Subscription;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.Webhooks;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what somebody subscribes to; who may hear of private events is decided here. */
@Component
class SubscriptionReader {

    private static final Set<String> KNOWN = Set.of("event_type", "filter", "tag", "webhook_id");
    private static final Set<String> FILTER = Set.of("user_id", "direction", "keyword");
    private static final int LONGEST_TAG = 200;

    private final Webhooks webhooks;
    private final Registrar registrar;
    private final People people;

    SubscriptionReader(Webhooks webhooks, Registrar registrar, People people) {
        this.webhooks = webhooks;
        this.registrar = registrar;
        this.people = people;
    }

    Subscription read(Attempt attempt) {
        JsonNode body = V2Body.of(attempt, KNOWN);
        String type = EventTypes.canonical(V2Body.required(body, "event_type"));
        if (!EventTypes.isKnown(type)) {
            throw Refused.invalid("$.event_type: does not have a value in the enumeration");
        }
        Interest interest = interest(body.path("filter"), type);
        requireConsent(attempt, type, interest.userId());
        return registrar.subscription(attempt.caller().app(), webhook(attempt, body), interest, tag(body));
    }

    static @Nullable String tag(JsonNode body) {
        String tag = V2Body.optional(body, "tag").orElse(null);
        if (body.has("tag") && (tag == null || tag.length() > LONGEST_TAG)) {
            throw Refused.invalid("$.tag: must be 1 to " + LONGEST_TAG + " characters long");
        }
        return tag;
    }

    @Nullable
    Webhook webhook(Attempt attempt, JsonNode body) {
        return body.has("webhook_id") ? V2Webhooks.find(webhooks, attempt, V2Body.required(body, "webhook_id")) : null;
    }

    private Interest interest(JsonNode filter, String type) {
        if (!filter.isObject()) {
            throw Refused.invalid("$.filter: is missing but it is required");
        }
        V2Body.onlyKnown(filter, FILTER);
        String id = V2Body.required(filter, "user_id");
        Person user = people.byId(id)
                .orElseThrow(
                        () -> Refused.invalid("user_id", id, "The `user_id` of the filter [" + id + "] is not valid"));
        String direction = V2Body.optional(filter, "direction").orElse(null);
        if (direction != null && !direction.equals("inbound") && !direction.equals("outbound")) {
            throw Refused.invalid("$.filter.direction: must be `inbound` or `outbound`");
        }
        return new Interest(user.id(), type, direction);
    }

    /** What only the user may see is told to whom the user allowed it; the public rest to anybody. */
    private static void requireConsent(Attempt attempt, String type, long userId) {
        EventTypes.scope(type).ifPresent(scope -> {
            Person user = attempt.caller().user();
            if (user == null) {
                throw Refused.because(Refusal.APP_ONLY_FORBIDDEN);
            }
            Set<String> scopes = attempt.caller().scopes();
            if (user.id() != userId || (scopes != null && !scopes.contains(scope))) {
                throw Refused.because(Refusal.MISSING_SCOPE);
            }
        });
    }
}
