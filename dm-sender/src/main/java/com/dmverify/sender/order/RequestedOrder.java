package com.dmverify.sender.order;

import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import java.time.Instant;

/** What a {@link VerificationRequested} asks for: a message, or a look-up of a person. */
public sealed interface RequestedOrder permits Order, LookUpOrder {

    /** Names the order. A look-up has numbers of its own. */
    DispatchId id();

    /** Name of the account in the configuration. */
    String account();

    /** Not to be carried out at or after this instant. */
    Instant deadline();

    /** Reads the event; refuses one that can never be carried out with {@link IllegalArgumentException}. */
    static RequestedOrder of(VerificationRequested event) {
        return event.getKind() == OrderKind.LOOK_UP ? LookUpOrder.of(event) : Order.of(event);
    }
}
