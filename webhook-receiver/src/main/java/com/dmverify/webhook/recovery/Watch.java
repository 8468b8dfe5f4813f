package com.dmverify.webhook.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when the webhook of an app was watched, and the outage that a replay makes up for.
 *
 * @param until a receiver was there, and could write to Kafka, until this instant
 * @param outage the last one; null if there was none
 * @param replayId X's id of its replay; null until it was asked for, {@link #TOO_OLD} if X has it no more
 */
record Watch(
        Instant until, @Nullable Period outage, @Nullable String replayId) {

    /** Stands for the replay of an outage that is older than X's memory. */
    static final String TOO_OLD = "too-old";

    /** X replays a period that begins at least 31 minutes ago, ends at least 10 minutes ago and is within 24 hours (v2). */
    private static final Duration BEGINS_BEFORE = Duration.ofMinutes(31);

    private static final Duration ENDS_BEFORE = Duration.ofMinutes(10);
    private static final Duration MEMORY = Duration.ofHours(24);

    /** X counts in minutes, and its clock may be ahead of ours. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** A watch that begins now. */
    static Watch from(Instant now) {
        return new Watch(now, null, null);
    }

    /**
     * The watch goes on. A gap that is longer than allowed is an outage; one that was not made up for yet becomes a part of it.
     *
     * @param longestGap what is no outage
     */
    Watch at(Instant now, Duration longestGap) {
        if (Duration.between(until, now).compareTo(longestGap) <= 0) {
            return new Watch(now, outage, replayId);
        }
        Period open = replayId == null ? outage : null;
        return new Watch(now, new Period(open == null ? until : open.from(), now), null);
    }

    /** The period to ask X for now, in whole minutes; empty if there is none, or X does not replay it yet. */
    Optional<Period> due(Instant now) {
        if (outage == null || replayId != null) {
            return Optional.empty();
        }
        Instant from = outage.from().truncatedTo(ChronoUnit.MINUTES);
        Instant oldest =
                now.minus(MEMORY).plus(MARGIN).truncatedTo(ChronoUnit.MINUTES).plus(MARGIN);
        Instant to = outage.to().truncatedTo(ChronoUnit.MINUTES).plus(MARGIN);
        boolean isTooEarly = now.isBefore(from.plus(BEGINS_BEFORE).plus(MARGIN))
                || now.isBefore(to.plus(ENDS_BEFORE).plus(MARGIN));
        return isTooEarly ? Optional.empty() : Optional.of(new Period(from.isBefore(oldest) ? oldest : from, to));
    }

    /** The outage was made up for by this replay. */
    Watch replayed(String id) {
        return new Watch(until, outage, id);
    }

    /**
     * A period.
     *
     * @param from included
     * @param to not before {@code from}
     */
    record Period(Instant from, Instant to) {

        /** Whether X has nothing of it any more. */
        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }
}
