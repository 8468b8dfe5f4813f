package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.Snowflakes;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A point in the row of messages: a message id, a time in ISO 8601, or epoch milliseconds. */
final class Since {

    /** Ids of messages are longer than any time in milliseconds of this century. */
    private static final int LONGEST_MILLIS = 13;

    private Since() {}

    /** The id after which to look. */
    static long parse(String text) {
        if (Ids.parse(text).isPresent()) {
            long number = Ids.parse(text).getAsLong();
            return text.length() <= LONGEST_MILLIS ? Snowflakes.at(number) - 1 : number;
        }
        try {
            return Snowflakes.at(Instant.parse(text).toEpochMilli()) - 1;
        } catch (DateTimeParseException | ArithmeticException notATime) {
            throw ControlProblem.badRequest(
                    "\"since\" must be the id of a DM, a time like 2026-11-20T10:00:00Z, or epoch milliseconds.");
        }
    }
}
