package com.dmverify.support.listener;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stopped listeners are started again.
 *
 * @param checkInterval how often the containers are looked at: a stop is noticed within this time
 * @param firstBackOff wait before the first restart; doubles with each further one
 * @param longestBackOff longest wait before a restart. A container that ran for this long is well again
 * @param deadAfter liveness fails when a listener has been dead for this long: long enough for restarts to help first
 */
@ConfigurationProperties("dm-verify.listeners")
record ListenerProperties(
        @DefaultValue("1s") Duration checkInterval,
        @DefaultValue("1s") Duration firstBackOff,
        @DefaultValue("60s") Duration longestBackOff,
        @DefaultValue("10m") Duration deadAfter) {

    ListenerProperties {
        if (!checkInterval.isPositive() || !firstBackOff.isPositive() || longestBackOff.compareTo(firstBackOff) < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.listeners: check-interval and first-back-off must be positive,"
                            + " longest-back-off must not be shorter than first-back-off");
        }
    }
}
