package com.dmverify.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of deliveries.
 *
 * @param maxBodySize the largest body that is read. X's deliveries have some kilobytes; this bounds the memory that an
 *     unauthenticated caller can use
 * @param bodyTimeout the time from the end of the headers to the last byte. X itself waits 3 seconds for our response
 * @param maxInFlight how many deliveries are read and recorded concurrently; X's take milliseconds
 * @param maxBytesInFlight the size of their bodies together (one of unknown length counts as the largest): a small part
 *     of the heap, because any caller can send one
 * @param retryAfter the value of {@code Retry-After} if Kafka did not acknowledge; X first repeats a delivery after 3
 *     seconds
 */
@ConfigurationProperties("dm-verify.webhook.delivery")
record DeliveryProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("5s") Duration bodyTimeout,
        @DefaultValue("1000") int maxInFlight,
        @DefaultValue("64MB") DataSize maxBytesInFlight,
        @DefaultValue("3s") Duration retryAfter) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    DeliveryProperties {
        if (maxBodySize.toBytes() < 1 || maxBodySize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.delivery.max-body-size must be between 1B and 1MB: Kafka takes no larger records");
        }
        if (!bodyTimeout.isPositive()) {
            throw new IllegalArgumentException("dm-verify.webhook.delivery.body-timeout must be positive");
        }
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("dm-verify.webhook.delivery.max-in-flight must be 1 or more");
        }
        if (maxBytesInFlight.compareTo(maxBodySize) < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.delivery.max-bytes-in-flight must be at least max-body-size");
        }
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("dm-verify.webhook.delivery.retry-after must not be negative");
        }
    }

    int maxBodyBytes() {
        return Math.toIntExact(maxBodySize.toBytes());
    }
}
