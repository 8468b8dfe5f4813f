package com.dmverify.api.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Records that this release or its configuration cannot process yet.
 *
 * @param unknownFor how long such a record is tried again before it is a dead letter: longer than a rolling update takes
 */
@ConfigurationProperties("dm-verify.schemas")
record SchemaProperties(@DefaultValue("15m") Duration unknownFor) {
    SchemaProperties {
        if (!unknownFor.isPositive()) {
            throw new IllegalArgumentException("dm-verify.schemas: unknown-for must be positive");
        }
    }
}
