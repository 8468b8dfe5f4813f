package com.dmverify.api.store;

import com.dmverify.api.verification.Verification;

/** What came of beginning a verification. */
public sealed interface CreateResult {

    /** It has begun. */
    record Created(Verification verification) implements CreateResult {}

    /** The idempotency key was used before. */
    sealed interface UsedKey extends CreateResult {}

    /** By the same request; the verification as it is now. */
    record Repeated(Verification verification) implements UsedKey {}

    /** By another request. */
    record OtherRequest() implements UsedKey {}

    /** By the same request, and its verification is gone. */
    record Gone() implements UsedKey {}

    /** Too many records wait for Kafka: nothing was begun. */
    record OutboxFull() implements CreateResult {}
}
