package com.dmverify.sandbox.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The period that can be replayed.
 *
 * @param beginsBefore how old the beginning must be at least; X's 31 minutes
 * @param endsBefore how old the end must be at least; X's 10 minutes
 * @param memory how old the beginning may be at most; X's 24 hours
 */
@ConfigurationProperties("x-sandbox.replay")
record ReplayProperties(
        @DefaultValue("31m") Duration beginsBefore,
        @DefaultValue("10m") Duration endsBefore,
        @DefaultValue("24h") Duration memory) {}
