package com.dmverify.api.eta;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The messages before one in the queue of its account. They leave it when they are sent, or when their own deadline
 * passes: then they cost no budget.
 *
 * @param place how many there are; 0: the message is the next one
 * @param givenUp how many messages, from the beginning of the queue, have passed their deadline at an instant
 */
record QueuePosition(long place, NavigableMap<Instant, Long> givenUp) {

    QueuePosition {
        givenUp = Collections.unmodifiableNavigableMap(new TreeMap<>(givenUp));
    }

    /** Counts the messages still before it at this instant, if none is sent until then. */
    long ahead(Instant at) {
        var last = givenUp.lowerEntry(at);
        return last == null ? place : Math.max(0, place - last.getValue());
    }
}
