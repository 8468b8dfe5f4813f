package com.dmverify.sender.retry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are tried again.
 *
 * @param first the wait after the first failed attempt
 * @param longest upper bound of a wait
 * @param maxAttempts after so many attempts X counts as unavailable
 * @param throttled the wait when X throttles and names no time: its shortest window has 15 minutes, but most of it may
 *     be over
 */
@ConfigurationProperties("dm-verify.sender.retry")
record RetryProperties(
        @DefaultValue("1s") Duration first,
        @DefaultValue("30s") Duration longest,
        @DefaultValue("8") int maxAttempts,
        @DefaultValue("1m") Duration throttled) {}
