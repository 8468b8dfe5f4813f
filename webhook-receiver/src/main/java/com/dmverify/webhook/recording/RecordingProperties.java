package com.dmverify.webhook.recording;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of recording activities in Kafka.
 *
 * @param acknowledgementTimeout how long a delivery waits for Kafka before X is asked to try again. X itself waits 3
 *     seconds for our response; the producer's time-outs are derived from this
 * @param deduplicationCacheSize how many acknowledged activities are cached, about 200 bytes each
 * @param deduplicationCacheTtl how long they are cached. X repeats a delivery for 4 hours
 */
@ConfigurationProperties("dm-verify.webhook.recording")
record RecordingProperties(
        @DefaultValue("2s") Duration acknowledgementTimeout,
        @DefaultValue("100000") int deduplicationCacheSize,
        @DefaultValue("6h") Duration deduplicationCacheTtl) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    RecordingProperties {
        if (acknowledgementTimeout.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.recording.acknowledgement-timeout must be 100ms or more: Kafka needs some time");
        }
        if (deduplicationCacheSize < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.recording.deduplication-cache-size must be 0 (off) or more");
        }
        if (deduplicationCacheTtl.isNegative() || deduplicationCacheTtl.isZero()) {
            throw new IllegalArgumentException("dm-verify.webhook.recording.deduplication-cache-ttl must be positive");
        }
    }
}
