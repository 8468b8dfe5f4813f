package com.dmverify.sender.withdrawal.follow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ends of verifications and opt-outs are followed.
 *
 * @param maxLag no call to X begins while a reader is further behind: so fast a cancel, a NO or a STOP is obeyed
 * @param checkEvery how often it is asked how far the readers are; several times in maxLag, or calls wait for nothing
 * @param retryUnreadEvery how often an opt-out that a newer version wrote is tried again: its person gets no message until then
 * @param lookBack where verification.events is read from when its position is lost: longer than any order waits
 */
@ConfigurationProperties("dm-verify.sender.withdrawals")
public record FollowProperties(
        @DefaultValue("2s") Duration maxLag,
        @DefaultValue("500ms") Duration checkEvery,
        @DefaultValue("5s") Duration retryUnreadEvery,
        @DefaultValue("1h") Duration lookBack) {}
