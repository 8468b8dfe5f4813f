package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.Snowflakes;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A position in the list of messages: a message id, an ISO 8601 time, or epoch milliseconds. */
final class Since {

    /** Message ids have more digits than epoch milliseconds of this century. */
    private static final int LONGEST_MILLIS = 13;

    private Since() {}

    /** Returns the id after which the list begins. */
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
