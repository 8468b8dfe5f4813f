package com.dmverify.guarantees.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/**
 * A fault of the deployment.
 *
 * @param whenStarting it happens when the person of this number starts a verification
 * @param sender index of the replica of dm-sender
 * @param downtime how long until the part is started again
 */
public record PlannedFault(Kind kind, int whenStarting, int sender, Duration downtime) {

    /** What fails. */
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

    static PlannedFault drawnBy(Random random, Kind kind, int people) {
        // Some verifications are pending, and more will start.
        int whenStarting = people / 10 + random.nextInt(people * 8 / 10);
        return new PlannedFault(kind, whenStarting, random.nextInt(2), Duration.ofMillis(200 + random.nextInt(2_800)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s at %d for %d ms",
                kind == Kind.SENDER_KILLED ? kind + " (" + sender + ")" : kind,
                whenStarting,
                downtime.toMillis());
    }
}
