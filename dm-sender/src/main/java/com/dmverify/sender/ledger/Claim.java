package com.dmverify.sender.ledger;

import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Recipient;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to send one dispatch, held until its lease ends.
 *
 * @param owner unique for each claim, so that a holder who was away too long cannot settle what another one took over
 * @param firstCall when the first call of this dispatch began; null when there was none. A message may be as old as that,
 *     also if an earlier look did not find it
 * @param inDoubt the earlier call by which a message may already be out there; null when there is none
 * @param recipient whom the message goes to, as an earlier attempt found out; null when none did
 * @param calls how many calls to X were begun so far
 * @param withdrawn whether the verification had ended when the claim was made
 */
public record Claim(
        DispatchId id,
        String owner,
        @Nullable Instant firstCall,
        @Nullable InDoubtCall inDoubt,
        @Nullable Recipient recipient,
        int calls,
        boolean withdrawn,
        Lease lease) {

    /** The earlier call by which a message may be out there. */
    public Optional<InDoubtCall> inDoubtCall() {
        return Optional.ofNullable(inDoubt);
    }

    /** The same claim after a call whose outcome is unknown. */
    public Claim after(InDoubtCall inDoubtCall) {
        return new Claim(id, owner, firstCall, inDoubtCall, recipient, calls, withdrawn, lease);
    }

    /** The same claim after a look at what X shows: no message is out there. */
    public Claim certain() {
        return new Claim(id, owner, firstCall, null, recipient, calls, withdrawn, lease);
    }
}
