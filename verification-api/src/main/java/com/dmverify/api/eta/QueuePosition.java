package com.dmverify.api.eta;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Who is before a message. They leave by being sent, or because their own deadline passes: those who are given up cost nothing
 * of the budget.
 *
 * @param place how many there are; 0: the message is the next
 * @param givenUp how many of the position, from its beginning, are not sent any more after an instant
 */
record QueuePosition(long place, NavigableMap<Instant, Long> givenUp) {

    QueuePosition {
        givenUp = Collections.unmodifiableNavigableMap(new TreeMap<>(givenUp));
    }

    /** How many are still before it at this instant, if none is sent until then. */
    long ahead(Instant at) {
        var last = givenUp.lowerEntry(at);
        return last == null ? place : Math.max(0, place - last.getValue());
    }
}
