package com.dmverify.x.wire;

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
 * Sends one request and waits for the last byte of the answer, but not for ever. Never repeats a write. The waiting thread
 * reads the answer itself, which costs half of what an event loop and its hand-overs do; virtual threads suit that, and an
 * interrupt ends their wait at once.
 */
final class Transport implements AutoCloseable {

    /** Sockets that rest are few and harmless: often enough that they do not pile up. */
    private static final Duration TIDY_EVERY = Duration.ofSeconds(30);

    private final Connections connections;
    private final long patience;
    private final Alarms alarms = new Alarms();
    private final ReadWriteLock door = new ReentrantReadWriteLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    Transport(Timeouts timeouts, @Nullable SSLContext tls) {
        this.connections = new Connections(timeouts, tls);
        this.patience = timeouts.request().toNanos();
        alarms.every(TIDY_EVERY, connections::tidy);
    }

    Exchange send(URI uri, Call call, String authorization, Deadline deadline) {
        if (closed.get()
                || Thread.currentThread().isInterrupted()
                || !door.readLock().tryLock()) {
            return new Exchange.Silence(true, "not sent: closed or interrupted");
        }
        try {
            OutgoingBody body = call.content().outgoing();
            return exchange(request(uri, call, authorization, body), body, deadline);
        } finally {
            door.readLock().unlock();
        }
    }

    private static HttpUriRequestBase request(URI uri, Call call, String authorization, OutgoingBody body) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.verb().name(), uri);
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        if (body.length() > 0) {
            request.setEntity(new OutgoingEntity(body, call.content().type()));
        }
        return request;
    }

    private Exchange exchange(HttpUriRequestBase request, OutgoingBody body, Deadline deadline) {
        long nanosLeft = Math.min(patience, deadline.nanosLeft());
        if (nanosLeft <= 0) {
            return new Exchange.Silence(true, "not sent: no time left");
        }
        try (Alarms.Alarm alarm = alarms.in(nanosLeft, request::cancel)) {
            try {
                return answered(connections.execute(request, Reply::read), body);
            } catch (IOException | RuntimeException e) {
                // Unchecked: a connection that the alarm took away before it was made.
                String why = alarm.rang() ? "no answer in time" : nameOf(e);
                return new Exchange.Silence(body.withhold() || isBeforeSending(e), why);
            }
        }
    }

    /** X answers to bodies that it has; whoever answers before is a proxy that did not let us through. */
    private static Exchange answered(Reply reply, OutgoingBody body) {
        return body.withhold() || reply.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? new Exchange.Silence(true, "a proxy on the way answered " + reply.status())
                : reply;
    }

    /** Waits for the calls that are under way; whoever comes later is told that nothing was sent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Held for good: nobody enters any more.
            door.writeLock().lock();
            alarms.close();
            connections.close();
        }
    }

    // For requests without a body, where nobody saw whether it was sent.
    private static boolean isBeforeSending(Exception e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof UnknownHostException
                || e instanceof SSLHandshakeException;
    }

    // The message of an exception may quote the answer; its kind is enough to know what to look for.
    private static String nameOf(Exception cause) {
        return "no answer: " + cause.getClass().getSimpleName();
    }
}
