package com.dmverify.x.http;

import com.dmverify.x.Answer;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.Credentials;
import com.dmverify.x.Timeouts;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.ResponseReader;
import com.dmverify.x.error.ErrorResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Executes calls: authorises them, sends them and maps the responses. Thread-safe; calls block. */
public final class CallExecutor implements AutoCloseable {

    private final URI base;
    private final Duration requestTimeout;
    private final CorrectedClock clock;
    private final Transport transport;
    private final Authorizer authorizer;
    private final ResponseMapper mapper;

    /**
     * An executor for one of X's hosts.
     *
     * @param base the URL that paths are appended to; {@link IllegalArgumentException} if it is not an HTTP URL
     * @param clock for time stamps of signatures; X's {@code Date} corrects it
     * @param tls the TLS context; null for the JDK's
     */
    public CallExecutor(
            URI base, Credentials credentials, Timeouts timeouts, InstantSource clock, @Nullable SSLContext tls) {
        this.base = checked(base);
        this.requestTimeout = timeouts.call();
        this.clock = new CorrectedClock(clock);
        this.transport = new Transport(timeouts, tls);
        this.authorizer = Authorizers.of(credentials, this.clock, transport, base);
        this.mapper = new ResponseMapper(this.clock);
    }

    private CallExecutor(CallExecutor other, URI base) {
        this.base = checked(base);
        this.requestTimeout = other.requestTimeout;
        this.clock = other.clock;
        this.transport = other.transport;
        this.authorizer = other.authorizer;
        this.mapper = other.mapper;
    }

    /** An executor for another of X's hosts that shares the connections and is closed with this one. */
    public CallExecutor at(URI otherBase) {
        return new CallExecutor(this, otherBase);
    }

    /** Executes a call. */
    public <T> Answer<T> execute(Call call, ResponseReader<T> reader) {
        return settle(call, exchange -> mapper.map(call.method(), exchange, reader));
    }

    /** Executes a call that succeeds if a resource exists and fails with 404 if not. */
    public Answer<Boolean> isThere(Call call) {
        return settle(
                call, exchange -> mapper.map(call.method(), exchange, _ -> true, ErrorResponse::isAbsence, false));
    }

    /** Subscribes. Treats "already subscribed" as success. */
    public Answer<Done> subscribe(Call call) {
        return settle(
                call,
                exchange ->
                        mapper.map(call.method(), exchange, Done::read, ErrorResponse::isAlreadySubscribed, Done.DONE));
    }

    /** The time by X's clock, as far as it is known. */
    public Instant now() {
        return clock.instant();
    }

    /** The offset of X's clock, by the last response with a {@code Date}; empty before the first. */
    public Optional<ClockOffset> clockOffset() {
        return clock.measured();
    }

    @Override
    public void close() {
        transport.close();
    }

    private static URI checked(URI base) {
        boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!web || base.getHost() == null || base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalArgumentException("X is at an address like https://api.x.com");
        }
        return base;
    }

    /**
     * Repeats a call once if it certainly had no effect: X refused our clock and sent its time, or refused a token that
     * can be replaced.
     */
    private <T> Answer<T> settle(Call call, Function<Exchange, Answer<T>> map) {
        Deadline deadline = Deadline.in(requestTimeout);
        Answer<Attempt> attempt = attempt(call, deadline);
        if (attempt instanceof Answer.Ok<Attempt> ok && deservesAnother(call, ok.value())) {
            attempt = attempt(call, deadline);
        }
        return switch (attempt) {
            case Answer.Ok<Attempt> ok -> map.apply(ok.value().exchange());
            case Answer.Failed<Attempt> failed -> new Answer.Failed<>(failed.error(), failed.limits());
        };
    }

    private record Attempt(String authorization, Exchange exchange) {}

    private boolean deservesAnother(Call call, Attempt attempt) {
        if (learnsTheTime(call, attempt.exchange())) {
            return true;
        }
        return mapper.deniesCredentials(call.method(), attempt.exchange())
                && authorizer.refused(attempt.authorization());
    }

    private Answer<Attempt> attempt(Call call, Deadline deadline) {
        URI uri = call.at(base);
        return authorizer
                .authorization(call, uri, deadline)
                .map(header -> new Attempt(header, exchange(call, uri, header, deadline)));
    }

    private Exchange exchange(Call call, URI uri, String authorization, Deadline deadline) {
        Instant asked = clock.uncorrected();
        Exchange exchange = transport.send(uri, call, authorization, deadline);
        if (exchange instanceof Response response) {
            response.headers().date().ifPresent(date -> clock.compare(date, asked));
        }
        return exchange;
    }

    private boolean learnsTheTime(Call call, Exchange exchange) {
        if (!(exchange instanceof Response response) || !mapper.blamesTheClock(call.method(), response)) {
            return false;
        }
        var date = response.headers().date();
        date.ifPresent(clock::isAt);
        return date.isPresent();
    }
}
