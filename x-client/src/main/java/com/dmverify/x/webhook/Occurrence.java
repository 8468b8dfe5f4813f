package com.dmverify.x.webhook;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event cut out of a delivery, with what the delivery says of it.
 *
 * @param family the name of the array it stood in, or the type of an X Activity event
 * @param event the event itself
 * @param account whom the delivery is for
 * @param users the delivery's users by id, in either family's shape
 * @param uuid X's id of the delivery, where it has one and holds nothing else
 * @param whole the delivery with this event alone
 */
record Occurrence(
        String family,
        JsonNode event,
        @Nullable UserId account,
        JsonNode users,
        @Nullable String uuid,
        ObjectNode whole) {

    private static final String TIME = "created_timestamp";

    /** X's time stamp; the time of reading if there is none. A stamp that cannot be is an IllegalArgumentException. */
    Instant at(Reading reading) {
        return event.hasNonNull(TIME) ? reading.checked(Json.millis(event, TIME)) : reading.now();
    }

    /** X's time stamp; the time of reading if there is none that can be. */
    Instant atOrNow(Reading reading) {
        try {
            return at(reading);
        } catch (IllegalArgumentException _) {
            return reading.now();
        }
    }

    /** The handle of one of the delivery's users. */
    @Nullable
    Handle handleOf(UserId user) {
        return Party.handle(users.path(user.value()));
    }

    /** The delivery with this event alone, as JSON; null for messages. */
    @Nullable
    String raw(OurAccounts accounts) {
        return Messages.isOne(family, event, id -> isOurs(id, accounts)) ? null : whole.toString();
    }

    private boolean isOurs(String id, OurAccounts accounts) {
        return UserId.isOne(id) && accounts.include(new UserId(id), account);
    }

    @Override
    public String toString() {
        return "Occurrence[" + family + ", masked]";
    }
}
