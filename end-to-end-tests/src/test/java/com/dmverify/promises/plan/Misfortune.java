package com.dmverify.promises.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/**
 * Something that breaks while people are being verified.
 *
 * @param whenAsks it happens when the person of this number asks
 * @param victim which sender, where there are several
 * @param absence how long until it is started again
 */
public record Misfortune(Kind kind, int whenAsks, int victim, Duration absence) {

    /** What breaks. */
    public enum Kind {
        SENDER_KILLED,
        BOTH_SENDERS_KILLED,
        API_KILLED,
        WEBHOOK_KILLED,
        REDIS_KILLED,
        REDIS_STOPPED,
        /** The replica is promoted. */
        REDIS_FAILOVER,
        BROKER_KILLED,
        BROKER_STOPPED
    }

    static Misfortune drawnBy(Random random, Kind kind, int people) {
        // Not before something is under way, and not after the last one has asked.
        int whenAsks = people / 10 + random.nextInt(people * 8 / 10);
        return new Misfortune(kind, whenAsks, random.nextInt(2), Duration.ofMillis(200 + random.nextInt(2_800)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s at %d for %d ms",
                kind == Kind.SENDER_KILLED ? kind + " (" + victim + ")" : kind,
                whenAsks,
                absence.toMillis());
    }
}
