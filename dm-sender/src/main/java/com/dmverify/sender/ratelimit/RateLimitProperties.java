package com.dmverify.sender.ratelimit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How X's rate limits are counted.
 *
 * @param resetMargin added to the resets that X names for windows which another client opened: X rounds them to whole
 *     seconds of its clock. The end of a window that our own call opened is known exactly
 */
@ConfigurationProperties("dm-verify.sender.rate-limits")
record RateLimitProperties(@DefaultValue("1s") Duration resetMargin) {}
