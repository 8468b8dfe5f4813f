package com.dmverify.sender.retry;

import java.time.Duration;

/**
 * How long we wait, and for what.
 *
 * @param backOff between attempts that failed
 * @param throttled when X throttles and does not say until when
 * @param grace after a call with unknown outcome, before the conversation is read: X may show the message late
 * @param search how long a message of unknown outcome is looked for, beyond the deadline if need be
 * @param skew how far X's clock may be behind ours when it dates a message, and how far replicas' clocks may be apart
 * @param reportMargin before the report deadline of an order: no search begins in it any more
 */
public record SendTimings(
        BackOff backOff, Duration throttled, Duration grace, Duration search, Duration skew, Duration reportMargin) {}
