package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.AccessRevoked;
import com.dmverify.sandbox.activity.Activity.MessageCreated;
import com.dmverify.sandbox.activity.Activity.RelationshipChanged;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.json.V1MessageJson;
import com.dmverify.sandbox.json.V2UserJson;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Makes the payloads of the X Activity API as recorded in July 2026: wrapped in {@code data}, without {@code for_user_id} and
 * {@code apps}, with v2 users. Reading and typing have no documented payload and use that of Account Activity.
 */
@Component
class XActivityPayload {

    private final AccountActivityPayload accountActivity;
    private final V1MessageJson messages;
    private final V2UserJson users;
    private final People people;

    XActivityPayload(AccountActivityPayload accountActivity, V1MessageJson messages, V2UserJson users, People people) {
        this.accountActivity = accountActivity;
        this.messages = messages;
        this.users = users;
        this.people = people;
    }

    JsonObject of(Activity activity, Subscription subscription) {
        boolean hasFilter = !(activity instanceof AccessRevoked);
        JsonObject filter =
                hasFilter ? JsonObject.of("user_id", Long.toString(subscription.userId())) : new JsonObject();
        JsonObject data = JsonObject.of(
                        "event_uuid", Long.toString(ThreadLocalRandom.current().nextLong()))
                .with("filter", filter)
                .with("event_type", activity.typeFor(subscription.userId()))
                .with("tag", hasFilter ? subscription.tag() : null)
                .with("payload", payload(activity, subscription.userId()));
        return JsonObject.of("data", data);
    }

    private JsonObject payload(Activity activity, long user) {
        return switch (activity) {
            case MessageCreated written ->
                JsonObject.of("direct_message_events", List.of(messages.of(written.message(), false)))
                        .with("users", users(written.concerned()));
            case RelationshipChanged related ->
                JsonObject.of("source", users.inEvent(related.source()))
                        .with("target", users.inEvent(related.target()));
            case AccessRevoked revoked ->
                JsonObject.of("date_time", accountActivity.now())
                        .with("user_id", revoked.user().idText())
                        .with("app_id", revoked.appId());
            case Activity.MessagesRead read ->
                accountActivity.events(read, user).with("users", users(read.concerned()));
            case Activity.TypingIndicated typing ->
                accountActivity.events(typing, user).with("users", users(typing.concerned()));
        };
    }

    private JsonObject users(List<Long> ids) {
        JsonObject all = new JsonObject();
        for (long id : ids) {
            people.byId(id).map(this::toJson).ifPresent(user -> all.with(Long.toString(id), user));
        }
        return all;
    }

    private JsonObject toJson(Person person) {
        return users.inEvent(person);
    }
}
