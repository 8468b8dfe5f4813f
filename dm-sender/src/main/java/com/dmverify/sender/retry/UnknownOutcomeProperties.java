package com.dmverify.sender.retry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls whose outcome is unknown.
 *
 * @param grace after the call, before the conversation is read: X may send its webhook meanwhile, and may show the
 *     message late
 * @param search how long a message is looked for beyond the deadline of its order, where the order names no report
 *     deadline. With the lease and three calls to X it must stay below verification-api's report-grace (120s)
 * @param skew how far X's clock may be behind ours when it dates a message, and the clocks of two replicas apart; less
 *     than the time between two dispatches
 * @param reportMargin before the report deadline of an order: no search begins in it any more. As long as a call to X at
 *     its time-out and the acknowledgement of the report
 */
@ConfigurationProperties("dm-verify.sender.unknown-outcomes")
record UnknownOutcomeProperties(
        @DefaultValue("5s") Duration grace,
        @DefaultValue("20s") Duration search,
        @DefaultValue("10s") Duration skew,
        @DefaultValue("15s") Duration reportMargin) {}
