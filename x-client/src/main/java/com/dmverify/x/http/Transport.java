package com.dmverify.x.http;

import com.dmverify.x.Timeouts;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.OutgoingBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and waits for the last byte of the answer, for the request's time-out at most. Never repeats a
 * write. The calling thread reads the answer itself, which costs half of what an event loop and its hand-overs do; use
 * virtual threads. An interrupt ends the wait at once.
 */
final class Transport implements AutoCloseable {

    /** Idle sockets are few and cost little; this keeps their number bounded. */
    private static final Duration CLOSE_IDLE_EVERY = Duration.ofSeconds(30);

    private final Connections connections;
    private final long requestTimeout;
    private final CallTimeouts callTimeouts = new CallTimeouts();
    private final ReadWriteLock closing = new ReentrantReadWriteLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    Transport(Timeouts timeouts, @Nullable SSLContext tls) {
        this.connections = new Connections(timeouts, tls);
        this.requestTimeout = timeouts.request().toNanos();
        callTimeouts.every(CLOSE_IDLE_EVERY, connections::closeIdle);
    }

    Exchange send(URI uri, Call call, String authorization, Deadline deadline) {
        if (closed.get()
                || Thread.currentThread().isInterrupted()
                || !closing.readLock().tryLock()) {
            return new Exchange.NoResponse(true, "not sent: closed or interrupted");
        }
        try {
            OutgoingBody body = call.content().outgoing();
            return exchange(request(uri, call, authorization, body), body, deadline);
        } finally {
            closing.readLock().unlock();
        }
    }

    private static HttpUriRequestBase request(URI uri, Call call, String authorization, OutgoingBody body) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method().name(), uri);
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        if (body.length() > 0) {
            request.setEntity(new OutgoingEntity(body, call.content().type()));
        }
        return request;
    }

    private Exchange exchange(HttpUriRequestBase request, OutgoingBody body, Deadline deadline) {
        long nanosLeft = Math.min(requestTimeout, deadline.nanosLeft());
        if (nanosLeft <= 0) {
            return new Exchange.NoResponse(true, "not sent: no time left");
        }
        try (CallTimeouts.CallTimeout callTimeout = callTimeouts.in(nanosLeft, request::cancel)) {
            try {
                return answered(connections.execute(request, Response::read), body);
            } catch (IOException | RuntimeException e) {
                // RuntimeException: the time-out cancelled the request while its connection was being made.
                String why = callTimeout.expired() ? "no answer in time" : nameOf(e);
                return new Exchange.NoResponse(body.withhold() || isBeforeSending(e), why);
            }
        }
    }

    /**
     * X answers only after it has the body. An answer before that comes from a proxy that did not forward the request.
     */
    private static Exchange answered(Response response, OutgoingBody body) {
        return body.withhold() || response.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? new Exchange.NoResponse(true, "a proxy answered " + response.status())
                : response;
    }

    /** Waits for running calls. A later call fails and says that nothing was sent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Never released: no call starts from now on.
            closing.writeLock().lock();
            callTimeouts.close();
            connections.close();
        }
    }

    // For requests without a body, where OutgoingBody does not know whether the request was sent.
    private static boolean isBeforeSending(Exception e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof UnknownHostException
                || e instanceof SSLHandshakeException;
    }

    // Without the exception's message, which may quote the answer.
    private static String nameOf(Exception cause) {
        return "no answer: " + cause.getClass().getSimpleName();
    }
}
