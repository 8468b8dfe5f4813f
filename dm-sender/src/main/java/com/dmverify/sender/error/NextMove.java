package com.dmverify.sender.error;

import com.dmverify.events.DmReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the sender does after a call to X that failed. */
public sealed interface NextMove {

    /** X rejected this recipient or this message: report it. */
    record Refuse(DmReason reason) implements NextMove {}

    /** X refused the message and does not say because of whom: find out by messages to others. */
    record Suspect() implements NextMove {}

    /** No message of the account can be sent now: stop sending with it. */
    record BlockAccount(DmReason reason) implements NextMove {}

    /**
     * X throttles: call it later.
     *
     * @param until as X says; null if it named no time
     */
    record Wait(@Nullable Instant until) implements NextMove {}

    /** X certainly did not do it: try again. */
    record Retry() implements NextMove {}

    /** X may have accepted the message: look for it before it is sent again. */
    record Search() implements NextMove {}
}
