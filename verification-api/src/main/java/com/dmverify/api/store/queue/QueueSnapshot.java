package com.dmverify.api.store.queue;

import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;

/**
 * How a queue stands.
 *
 * @param places how many orders are before each of those that were asked for; what is not in the queue is left out
 * @param joined how many of the queue had joined by an instant; for a long queue at some instants only
 */
public record QueueSnapshot(Map<VerificationId, Long> places, NavigableMap<Instant, Long> joined) {}
