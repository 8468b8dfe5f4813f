package com.dmverify.x;

import java.time.Duration;
import java.time.Instant;

/**
 * How far X's clock is ahead of ours (negative: behind), by one response. X's {@code Date} has a resolution of one
 * second and was written between our request and the receipt of the response, so the offset lies between two bounds.
 *
 * @param least the offset is at least this
 * @param most the offset is at most this
 */
public record ClockOffset(Duration least, Duration most) {

    private static final Duration RESOLUTION_OF_DATE = Duration.ofSeconds(1);

    public ClockOffset {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("an offset is at least the smaller and at most the greater bound");
        }
    }

    /** The offset by a response with this {@code Date}; request and receipt at these times of our clock. */
    public static ClockOffset of(Instant date, Instant asked, Instant received) {
        Instant later = received.isBefore(asked) ? asked : received;
        return new ClockOffset(Duration.between(later, date), Duration.between(asked, date.plus(RESOLUTION_OF_DATE)));
    }

    /** Whether the clocks certainly differ by more than this, in either direction. */
    public boolean exceeds(Duration skew) {
        return least.compareTo(skew) > 0 || most.compareTo(skew.negated()) < 0;
    }
}
