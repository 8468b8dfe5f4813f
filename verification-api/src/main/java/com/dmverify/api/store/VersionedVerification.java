package com.dmverify.api.store;

import com.dmverify.api.verification.Verification;

/**
 * A verification and the version of its state.
 *
 * @param version 1 when it began; every commit adds one
 */
public record VersionedVerification(Verification verification, long version) {}
