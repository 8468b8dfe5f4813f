package com.dmverify.x.webhook;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;

/**
 * Maps changes of a person's profile. The person is named by the filter of the subscription. Source: X's event payloads of
 * {@code profile.update.*}, {@code {"before": …, "after": …}}.
 */
final class ProfileActivities {

    private ProfileActivities() {}

    static Activity handle(DeliveredEvent delivered, ParsingContext context) {
        UserId person = delivered.account();
        String after = Json.optionalText(delivered.event(), "after").orElse("");
        if (person == null) {
            return ActivityReader.other(delivered, context);
        }
        return new Activity(
                ActivityReader.idOf(delivered, context),
                Activity.Kind.HANDLE_CHANGED,
                null,
                person,
                new Handle(after),
                null,
                null,
                delivered.at(context),
                delivered.raw(context.accounts()));
    }
}
