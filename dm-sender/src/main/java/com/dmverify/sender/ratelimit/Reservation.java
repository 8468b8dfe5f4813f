package com.dmverify.sender.ratelimit;

import java.time.Instant;

/** The answer of the rate limits to a caller that wants to send one message. */
public sealed interface Reservation {

    /** It may be sent. */
    record Granted(MessagePermit permit) implements Reservation {}

    /** Nothing is left until then. */
    record ExhaustedUntil(Instant until) implements Reservation {}

    /** This person had as many messages of the account in the last hour as one person gets. */
    record PersonLimit() implements Reservation {}
}
