package com.dmverify.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a delivery may be.
 *
 * @param maxBodySize the largest body that is read; X's deliveries have some kilobytes, so this bounds what a stranger can
 *     make us hold in memory
 * @param retryAfter what {@code Retry-After} says when Kafka did not acknowledge; X's first repetition comes after 3 seconds
 */
@ConfigurationProperties("dm-verify.webhook.delivery")
record DeliveryProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("3s") Duration retryAfter) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    DeliveryProperties {
        if (maxBodySize.toBytes() < 1 || maxBodySize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.delivery.max-body-size must be between 1B and 1MB: Kafka takes no larger records");
        }
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("dm-verify.webhook.delivery.retry-after must not be negative");
        }
    }

    int maxBodyBytes() {
        return Math.toIntExact(maxBodySize.toBytes());
    }
}
