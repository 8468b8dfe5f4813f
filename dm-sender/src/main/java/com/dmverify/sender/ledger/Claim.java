package com.dmverify.sender.ledger;

import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.recipient.Recipient;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to send one dispatch, held until its lease ends.
 *
 * @param owner unique for each claim, so that a holder who was away too long cannot settle what another one took over
 * @param doubtSince since when a message may already be out there that nobody recorded; null when there is none
 * @param recipient whom the message goes to, as an earlier attempt found out; null when none did
 */
public record Claim(
        DispatchId id,
        String owner,
        @Nullable Instant doubtSince,
        @Nullable Recipient recipient) {

    /** Since when a message of an earlier call may be out there. */
    public Optional<Instant> doubt() {
        return Optional.ofNullable(doubtSince);
    }

    /** The same claim after a call at this instant whose outcome is unknown. */
    public Claim inDoubtSince(Instant call) {
        return new Claim(id, owner, call, recipient);
    }

    /** The same claim after a look at the conversation: no message is out there. */
    public Claim certain() {
        return new Claim(id, owner, null, recipient);
    }
}
