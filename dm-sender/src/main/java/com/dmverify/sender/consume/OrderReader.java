package com.dmverify.sender.consume;

import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.sender.order.RequestedOrder;

/** Unwraps the order in a record. */
public final class OrderReader {

    private final EventCodec codec;

    public OrderReader(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * The order in these bytes.
     *
     * @throws UnreadableOrderException for bytes that are no order, or one that cannot exist
     * @throws UnknownSchemaException if a newer version wrote them: they can be read after an update
     */
    RequestedOrder read(byte[] bytes) {
        try {
            return RequestedOrder.of(codec.decode(bytes, VerificationRequested.class));
        } catch (UnknownSchemaException e) {
            throw e;
        } catch (UndecodableEventException | IllegalArgumentException e) {
            throw new UnreadableOrderException(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever else bytes can do to a decoder: they do it again each time.
            throw new UnreadableOrderException(
                    "cannot be decoded: " + e.getClass().getSimpleName());
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
