package com.dmverify.sender.intake;

import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.sender.order.Order;

/** Unwraps the order in a record. */
public final class OrderReader {

    private final EventCodec codec;

    public OrderReader(EventCodec codec) {
        this.codec = codec;
    }

    /** Throws {@link UnreadableOrderException} for bytes that are no order, or one that makes no sense. */
    Order read(byte[] bytes) {
        try {
            return Order.of(codec.decode(bytes, VerificationRequested.class));
        } catch (UndecodableEventException | UnknownSchemaException | IllegalArgumentException e) {
            throw new UnreadableOrderException(String.valueOf(e.getMessage()));
        }
    }

    /** Trying again does not help. */
    static final class UnreadableOrderException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableOrderException(String reason) {
            super(reason, null, false, false);
        }
    }
}
