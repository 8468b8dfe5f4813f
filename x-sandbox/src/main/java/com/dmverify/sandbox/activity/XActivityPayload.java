package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.Related;
import com.dmverify.sandbox.activity.Activity.Revoked;
import com.dmverify.sandbox.activity.Activity.Written;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.portrait.V1Message;
import com.dmverify.sandbox.portrait.V2User;
import com.dmverify.sandbox.wire.Fields;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * The X Activity API's payloads, as captured in July 2026: wrapped in {@code data}, no {@code for_user_id}, no
 * {@code apps}, v2 users. Reading and typing have no documented payload: they are shown like Account Activity's.
 */
@Component
class XActivityPayload {

    private final AccountActivityPayload accountActivity;
    private final V1Message messages;
    private final V2User users;
    private final People people;

    XActivityPayload(AccountActivityPayload accountActivity, V1Message messages, V2User users, People people) {
        this.accountActivity = accountActivity;
        this.messages = messages;
        this.users = users;
        this.people = people;
    }

    Fields of(Activity activity, Subscription subscription) {
        boolean hasFilter = !(activity instanceof Revoked);
        Fields filter = hasFilter ? Fields.of("user_id", Long.toString(subscription.userId())) : new Fields();
        Fields data = Fields.of(
                        "event_uuid", Long.toString(ThreadLocalRandom.current().nextLong()))
                .with("filter", filter)
                .with("event_type", activity.typeFor(subscription.userId()))
                .with("tag", hasFilter ? subscription.tag() : null)
                .with("payload", payload(activity, subscription.userId()));
        return Fields.of("data", data);
    }

    private Fields payload(Activity activity, long user) {
        return switch (activity) {
            case Written written ->
                Fields.of("direct_message_events", List.of(messages.of(written.message(), false)))
                        .with("users", users(written.concerned()));
            case Related related ->
                Fields.of("source", users.inEvent(related.source())).with("target", users.inEvent(related.target()));
            case Revoked revoked ->
                Fields.of("date_time", accountActivity.now())
                        .with("user_id", revoked.user().idText())
                        .with("app_id", revoked.appId());
            case Activity.Read read -> accountActivity.events(read, user).with("users", users(read.concerned()));
            case Activity.Typing typing ->
                accountActivity.events(typing, user).with("users", users(typing.concerned()));
        };
    }

    private Fields users(List<Long> ids) {
        Fields all = new Fields();
        for (long id : ids) {
            people.byId(id).map(this::portrait).ifPresent(user -> all.with(Long.toString(id), user));
        }
        return all;
    }

    private Fields portrait(Person person) {
        return users.inEvent(person);
    }
}
