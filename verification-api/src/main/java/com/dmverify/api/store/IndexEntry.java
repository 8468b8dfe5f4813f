package com.dmverify.api.store;

import com.dmverify.api.verification.VerificationId;

/**
 * A place in a list.
 *
 * @param createdAt when the verification began, epoch milliseconds
 */
public record IndexEntry(VerificationId id, long createdAt) {}
