package com.dmverify.webhook.log;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of log lines.
 *
 * @param unauthenticatedLinesPerMinute of each kind that an unauthenticated caller can cause (forged deliveries, CRC
 *     checks). Counters count all of them
 */
@ConfigurationProperties("dm-verify.webhook.log")
record LogProperties(@DefaultValue("20") int unauthenticatedLinesPerMinute) {

    LogProperties {
        if (unauthenticatedLinesPerMinute < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.webhook.log.unauthenticated-lines-per-minute must be 0 (none) or more");
        }
    }
}
