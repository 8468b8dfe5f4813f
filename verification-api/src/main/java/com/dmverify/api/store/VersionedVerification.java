package com.dmverify.api.store;

import com.dmverify.api.timeline.Timeline;
import com.dmverify.api.verification.Verification;

/**
 * A verification, the version of its state, and what led to it.
 *
 * @param version 1 when it began; every commit adds one
 * @param timeline what happened to it so far
 */
public record VersionedVerification(Verification verification, long version, Timeline timeline) {}
