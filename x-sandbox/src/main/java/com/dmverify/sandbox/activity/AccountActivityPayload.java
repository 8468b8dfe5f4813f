package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.Read;
import com.dmverify.sandbox.activity.Activity.Related;
import com.dmverify.sandbox.activity.Activity.Revoked;
import com.dmverify.sandbox.activity.Activity.Typing;
import com.dmverify.sandbox.activity.Activity.Written;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.portrait.V1Message;
import com.dmverify.sandbox.portrait.V1User;
import com.dmverify.sandbox.wire.Fields;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The Account Activity API's payloads: {@code for_user_id} and one family of events. */
@Component
class AccountActivityPayload {

    private final V1Message messages;
    private final V1User users;
    private final Clock clock;

    AccountActivityPayload(V1Message messages, V1User users, Clock clock) {
        this.messages = messages;
        this.users = users;
        this.clock = clock;
    }

    Fields of(Activity activity, long forUser) {
        if (activity instanceof Revoked revoked) {
            return revoke(revoked);
        }
        Fields payload = Fields.of("for_user_id", Long.toString(forUser));
        events(activity, forUser).forEach(payload::with);
        return payload;
    }

    /** Without {@code for_user_id}: the X Activity API shows the events of DMs just so. */
    Fields events(Activity activity, long forUser) {
        return switch (activity) {
            case Written written -> written(written, forUser);
            case Read read ->
                Fields.of(
                                "direct_message_mark_read_events",
                                List.of(signal(read.reader(), read.writer())
                                        .with("last_read_event_id", Long.toString(read.lastId()))))
                        .with("users", condensed(read.reader(), read.writer()));
            case Typing typing ->
                Fields.of("direct_message_indicate_typing_events", List.of(signal(typing.writer(), typing.reader())))
                        .with("users", condensed(typing.writer(), typing.reader()));
            case Related related -> Fields.of(related.bond().word() + "_events", List.of(related(related)));
            case Revoked revoked -> revoke(revoked);
        };
    }

    private Fields written(Written written, long forUser) {
        Fields users = condensed(written.sender());
        written.recipients().forEach(recipient -> users.putAll(condensed(recipient)));
        return Fields.of("direct_message_events", List.of(messages.of(written.message(), true)))
                .with("apps", messages.apps(List.of(written.message()), forUser))
                .with("users", users);
    }

    private Fields signal(Person from, Person to) {
        return Fields.of("created_timestamp", Long.toString(clock.millis()))
                .with("sender_id", from.idText())
                .with("target", Fields.of("recipient_id", to.idText()));
    }

    private Fields related(Related related) {
        return Fields.of("type", related.verb())
                .with("created_timestamp", Long.toString(clock.millis()))
                .with("target", users.of(related.target()))
                .with("source", users.of(related.source()));
    }

    private Fields revoke(Revoked revoked) {
        Fields revoke = Fields.of("date_time", now())
                .with("target", Fields.of("app_id", revoked.appId()))
                .with("source", Fields.of("user_id", revoked.user().idText()));
        return Fields.of("user_event", Fields.of("revoke", revoke));
    }

    /** {@code 2018-05-24T09:48:12+00:00}. */
    String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                .format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Fields condensed(Person... people) {
        Fields all = new Fields();
        for (Person person : people) {
            all.with(person.idText(), users.condensed(person));
        }
        return all;
    }
}
