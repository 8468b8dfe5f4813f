package com.dmverify.webhook.recording;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How activities become durable.
 *
 * @param acknowledgementTimeout how long one delivery waits for Kafka before X is told to try again. X itself waits 3
 *     seconds for our answer; the producer's own time-outs are derived from this
 * @param knownActivities how many acknowledged activities are remembered, about 200 bytes each
 * @param knownActivitiesLife how long they are remembered. X tries again for 4 hours
 */
@ConfigurationProperties("dm-verify.webhook.recording")
record RecordingProperties(
        @DefaultValue("2s") Duration acknowledgementTimeout,
        @DefaultValue("100000") int knownActivities,
        @DefaultValue("6h") Duration knownActivitiesLife) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    RecordingProperties {
        if (acknowledgementTimeout.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.recording.acknowledgement-timeout must be 100ms or more: Kafka needs some time");
        }
        if (knownActivities < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.recording.known-activities must be 0 (remember nothing) or more");
        }
        if (knownActivitiesLife.isNegative() || knownActivitiesLife.isZero()) {
            throw new IllegalArgumentException("dm-verify.webhook.recording.known-activities-life must be positive");
        }
    }
}
