package com.dmverify.x.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body that records whether the HTTP client has begun to write it. Until then X cannot have the request, however the
 * call ends; {@link #withhold} makes that final.
 */
public final class OutgoingBody {

    private enum State {
        WAITING,
        GIVEN,
        WITHHELD
    }

    private final byte[] bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    OutgoingBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** In bytes; 0 for no body. */
    public int length() {
        return bytes.length;
    }

    /** Writes the body. Throws {@link InterruptedIOException} after {@link #withhold}. */
    public void writeTo(OutputStream out) throws IOException {
        if (!state.compareAndSet(State.WAITING, State.GIVEN) && state.get() == State.WITHHELD) {
            throw new InterruptedIOException("the call is over");
        }
        out.write(bytes);
    }

    /**
     * Prevents the body from being written from now on. True if no byte of it was written before; false for an empty
     * body.
     */
    public boolean withhold() {
        return bytes.length > 0
                && (state.compareAndSet(State.WAITING, State.WITHHELD) || state.get() == State.WITHHELD);
    }
}
