package com.dmverify.support.drain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service ends behind a load balancer.
 *
 * @param drain how long the service still serves after it was told to end, with answers that close their connections. Longer
 *     than the load balancer takes to stop sending new connections, and than the pause between two requests of a busy
 *     client; shorter than {@code spring.lifecycle.timeout-per-shutdown-phase}. 0 where nothing balances
 */
@ConfigurationProperties("dm-verify.shutdown")
record DrainProperties(@DefaultValue("0s") Duration drain) {

    DrainProperties {
        if (drain.isNegative()) {
            throw new IllegalArgumentException("dm-verify.shutdown.drain must not be negative");
        }
    }
}
