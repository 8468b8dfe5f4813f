package com.dmverify.x.webhook;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import java.util.regex.Pattern;
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

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    /** X's time stamp, or what is given. */
    Instant at(Instant otherwise) {
        return Json.optionalText(event, "created_timestamp")
                .filter(text -> MILLIS.matcher(text).matches())
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                .orElse(otherwise);
    }

    /** The handle of one of the delivery's users. */
    @Nullable
    Handle handleOf(UserId user) {
        return Party.handle(users.path(user.value()));
    }

    /** What may be kept of the delivery: only what the other party wrote keeps its content. */
    String raw(Kind kind) {
        if (kind == Kind.DM_RECEIVED) {
            return whole.toString();
        }
        ObjectNode kept = whole.deepCopy();
        Blanking.blank(kept, mayBeAMessage());
        return kept.toString();
    }

    // What stands outside of any family that we know may be a message of a shape that we do not know.
    private boolean mayBeAMessage() {
        return family.isEmpty() || family.startsWith("direct_message") || family.startsWith("dm.");
    }

    @Override
    public String toString() {
        return "Occurrence[" + family + ", masked]";
    }
}
