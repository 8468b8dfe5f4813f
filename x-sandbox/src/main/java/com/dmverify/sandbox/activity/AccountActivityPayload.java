package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.AccessRevoked;
import com.dmverify.sandbox.activity.Activity.MessageCreated;
import com.dmverify.sandbox.activity.Activity.MessagesRead;
import com.dmverify.sandbox.activity.Activity.RelationshipChanged;
import com.dmverify.sandbox.activity.Activity.TypingIndicated;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.json.V1MessageJson;
import com.dmverify.sandbox.json.V1UserJson;
import com.dmverify.sandbox.person.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the payloads of the Account Activity API: {@code for_user_id} and one list of events. */
@Component
class AccountActivityPayload {

    private final V1MessageJson messages;
    private final V1UserJson users;
    private final Clock clock;

    AccountActivityPayload(V1MessageJson messages, V1UserJson users, Clock clock) {
        this.messages = messages;
        this.users = users;
        this.clock = clock;
    }

    JsonObject of(Activity activity, long forUser) {
        if (activity instanceof AccessRevoked revoked) {
            return revoke(revoked);
        }
        JsonObject payload = JsonObject.of("for_user_id", Long.toString(forUser));
        events(activity, forUser).forEach(payload::with);
        return payload;
    }

    /** The payload without {@code for_user_id}, which the X Activity API uses for DM events. */
    JsonObject events(Activity activity, long forUser) {
        return switch (activity) {
            case MessageCreated written -> written(written, forUser);
            case MessagesRead read ->
                JsonObject.of(
                                "direct_message_mark_read_events",
                                List.of(signal(read.reader(), read.writer())
                                        .with("last_read_event_id", Long.toString(read.lastId()))))
                        .with("users", condensed(read.reader(), read.writer()));
            case TypingIndicated typing ->
                JsonObject.of(
                                "direct_message_indicate_typing_events",
                                List.of(signal(typing.writer(), typing.reader())))
                        .with("users", condensed(typing.writer(), typing.reader()));
            case RelationshipChanged related ->
                JsonObject.of(related.kind().wireName() + "_events", List.of(related(related)));
            case AccessRevoked revoked -> revoke(revoked);
        };
    }

    private JsonObject written(MessageCreated written, long forUser) {
        JsonObject users = condensed(written.sender());
        written.recipients().forEach(recipient -> users.putAll(condensed(recipient)));
        return JsonObject.of("direct_message_events", List.of(messages.of(written.message(), true)))
                .with("apps", messages.apps(List.of(written.message()), forUser))
                .with("users", users);
    }

    private JsonObject signal(Person from, Person to) {
        return JsonObject.of("created_timestamp", Long.toString(clock.millis()))
                .with("sender_id", from.idText())
                .with("target", JsonObject.of("recipient_id", to.idText()));
    }

    private JsonObject related(RelationshipChanged related) {
        return JsonObject.of("type", related.verb())
                .with("created_timestamp", Long.toString(clock.millis()))
                .with("target", users.of(related.target()))
                .with("source", users.of(related.source()));
    }

    private JsonObject revoke(AccessRevoked revoked) {
        JsonObject revoke = JsonObject.of("date_time", now())
                .with("target", JsonObject.of("app_id", revoked.appId()))
                .with("source", JsonObject.of("user_id", revoked.user().idText()));
        return JsonObject.of("user_event", JsonObject.of("revoke", revoke));
    }

    /** {@code 2018-05-24T09:48:12+00:00}. */
    String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                .format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private JsonObject condensed(Person... people) {
        JsonObject all = new JsonObject();
        for (Person person : people) {
            all.with(person.idText(), users.condensed(person));
        }
        return all;
    }
}
