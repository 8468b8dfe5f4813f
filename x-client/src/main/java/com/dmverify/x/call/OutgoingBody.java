package com.dmverify.x.call;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body that knows whether any of it was asked for. While it was not, X cannot have the request, however the call ends;
 * {@link #withhold} makes that final.
 */
public final class OutgoingBody implements BodyPublisher {

    private enum State {
        WAITING,
        GIVEN,
        WITHHELD
    }

    private final BodyPublisher body;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    OutgoingBody(byte[] bytes) {
        this.body = BodyPublishers.ofByteArray(bytes);
    }

    /** Never gives the body from now on; true if none of it was given before. An empty body is never asked for: false. */
    public boolean withhold() {
        return body.contentLength() > 0
                && (state.compareAndSet(State.WAITING, State.WITHHELD) || state.get() == State.WITHHELD);
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (state.compareAndSet(State.WAITING, State.GIVEN) || state.get() == State.GIVEN) {
            body.subscribe(subscriber);
        } else {
            subscriber.onSubscribe(new Idle());
            subscriber.onError(new CancellationException("the call is over"));
        }
    }

    private static final class Idle implements Flow.Subscription {
        @Override
        public void request(long n) {
            // There is nothing to give.
        }

        @Override
        public void cancel() {
            // Nothing was begun.
        }
    }
}
