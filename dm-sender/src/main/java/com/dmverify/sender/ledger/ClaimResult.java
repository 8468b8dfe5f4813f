package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import java.time.Instant;

/** What the ledger says to somebody who wants to send a dispatch. */
public sealed interface ClaimResult {

    /** Go on; if the claim is in doubt, look for an earlier message first. */
    record Claimed(Claim claim) implements ClaimResult {}

    /** Another one is at it. */
    record HeldUntil(Instant until) implements ClaimResult {}

    /** It was decided before: this is what was announced. */
    record Settled(DmAttempted event) implements ClaimResult {}
}
