package com.dmverify.sender.order;

import com.dmverify.events.VerificationRequested;
import java.time.Instant;

/**
 * An order to ask X who a person is. Nothing is sent.
 *
 * @param account name of the account that asks
 * @param target the person; an id wins over a handle
 * @param deadline X is not asked at or after this instant
 */
public record LookUpOrder(DispatchId id, String account, Target target, Instant deadline) implements RequestedOrder {

    static LookUpOrder of(VerificationRequested event) {
        return new LookUpOrder(
                new DispatchId(event.getVerificationId(), event.getDispatch()),
                event.getAccount(),
                Target.of(event.getTargetHandle(), event.getTargetUserId()),
                event.getSendDeadline());
    }

    /** Whether it is too late to ask. */
    public boolean isLate(Instant now) {
        return !now.isBefore(deadline);
    }
}
