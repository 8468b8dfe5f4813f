package com.dmverify.x.webhook;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of a delivery, with the delivery's data about it.
 *
 * @param family the name of its array, or the type of an X Activity event
 * @param event the event itself
 * @param account the account that the delivery is for
 * @param users the delivery's users by id, in either family's shape
 * @param uuid X's id of the delivery, if it has one and holds no other event
 * @param whole the delivery with this event alone
 */
record DeliveredEvent(
        String family,
        JsonNode event,
        @Nullable UserId account,
        JsonNode users,
        @Nullable String uuid,
        ObjectNode whole) {

    private static final String TIME = "created_timestamp";

    /** X's time stamp; the time of parsing if there is none. An impossible one is an IllegalArgumentException. */
    Instant at(ParsingContext context) {
        return event.hasNonNull(TIME) ? Json.millis(event, TIME, context.now()) : context.now();
    }

    /** X's time stamp; the time of parsing if there is none or it is impossible. */
    Instant atOrNow(ParsingContext context) {
        try {
            return at(context);
        } catch (IllegalArgumentException _) {
            return context.now();
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
        return PrivateMessages.isOne(family, event, id -> isOurs(id, accounts)) ? null : whole.toString();
    }

    private boolean isOurs(String id, OurAccounts accounts) {
        return UserId.isOne(id) && accounts.include(new UserId(id), account);
    }

    @Override
    public String toString() {
        return "Occurrence[" + family + ", masked]";
    }
}
