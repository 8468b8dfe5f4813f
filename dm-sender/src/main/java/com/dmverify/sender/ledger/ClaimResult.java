package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import java.time.Instant;

/** The answer of the ledger to a claim. */
public sealed interface ClaimResult {

    /** Go on; if the claim is in doubt, look for an earlier message first. */
    record Claimed(Claim claim) implements ClaimResult {}

    /** Another owner holds the claim. */
    record HeldUntil(Instant until) implements ClaimResult {}

    /** It was settled before: this is its report. */
    record Settled(DmAttempted event) implements ClaimResult {}
}
