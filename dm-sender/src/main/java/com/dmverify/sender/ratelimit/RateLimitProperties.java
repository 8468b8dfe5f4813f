package com.dmverify.sender.ratelimit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How X's rate limits are counted.
 *
 * @param resetMargin added to the resets that X names for windows which another client opened: X rounds them to whole
 *     seconds of its clock. The end of a window that our own call opened is known exactly
 * @param answerTime no window opens while a call is in flight, but no longer than this: a replica that was killed never sees its
 *     answer. Longer than {@code dm-verify.x.call-timeout}
 */
@ConfigurationProperties("dm-verify.sender.rate-limits")
record RateLimitProperties(
        @DefaultValue("1s") Duration resetMargin,
        @DefaultValue("15s") Duration answerTime) {}
