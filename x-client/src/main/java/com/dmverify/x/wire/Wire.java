package com.dmverify.x.wire;

import com.dmverify.x.Answer;
import com.dmverify.x.ClockOffset;
import com.dmverify.x.Credentials;
import com.dmverify.x.Timeouts;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.Reading;
import com.dmverify.x.error.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The way to X: authorises a call, sends it, judges the answer. Thread-safe; calls block. */
public final class Wire implements AutoCloseable {

    private final URI base;
    private final Duration patience;
    private final CorrectedClock clock;
    private final Transport transport;
    private final Authorizer authorizer;
    private final Judge judge;

    /**
     * A way to one of X's hosts.
     *
     * @param base the address that paths are appended to; {@link IllegalArgumentException} if it is none
     * @param clock for time stamps of signatures; X's {@code Date} corrects it
     * @param tls whom to trust; null for the JDK's choice
     */
    public Wire(URI base, Credentials credentials, Timeouts timeouts, InstantSource clock, @Nullable SSLContext tls) {
        this.base = checked(base);
        this.patience = timeouts.call();
        this.clock = new CorrectedClock(clock);
        this.transport = new Transport(timeouts, tls);
        this.authorizer = Authorizers.of(credentials, this.clock, transport, base);
        this.judge = new Judge(this.clock);
    }

    private Wire(Wire other, URI base) {
        this.base = checked(base);
        this.patience = other.patience;
        this.clock = other.clock;
        this.transport = other.transport;
        this.authorizer = other.authorizer;
        this.judge = other.judge;
    }

    /** The same way to another of X's hosts; closed with this one. */
    public Wire at(URI otherBase) {
        return new Wire(this, otherBase);
    }

    /** One call. */
    public <T> Answer<T> call(Call call, Reading<T> reading) {
        return settle(call, exchange -> judge.verdict(call.verb(), exchange, reading));
    }

    /** A call that asks whether something is there, by answering that it is or that there is no such thing. */
    public Answer<Boolean> isThere(Call call) {
        return settle(call, exchange -> judge.verdict(call.verb(), exchange, _ -> true, Refusal::isAbsence, false));
    }

    /** A call that subscribes: that it is so already is as good. */
    public Answer<Done> subscribe(Call call) {
        return settle(
                call,
                exchange -> judge.verdict(call.verb(), exchange, Done::read, Refusal::isAlreadySubscribed, Done.DONE));
    }

    /** X's clock beside ours, by the last answer with a {@code Date}; empty before the first. */
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

    /** Repeats once what certainly did nothing: X says that our clock is off and tells the time, or wants another token. */
    private <T> Answer<T> settle(Call call, Function<Exchange, Answer<T>> verdict) {
        Deadline deadline = Deadline.in(patience);
        Answer<Attempt> attempt = attempt(call, deadline);
        if (attempt instanceof Answer.Ok<Attempt> ok && deservesAnother(call, ok.value())) {
            attempt = attempt(call, deadline);
        }
        return switch (attempt) {
            case Answer.Ok<Attempt> ok -> verdict.apply(ok.value().exchange());
            case Answer.Failed<Attempt> failed -> new Answer.Failed<>(failed.error(), failed.limits());
        };
    }

    private record Attempt(String authorization, Exchange exchange) {}

    private boolean deservesAnother(Call call, Attempt attempt) {
        if (learnsTheTime(call, attempt.exchange())) {
            return true;
        }
        return judge.deniesCredentials(call.verb(), attempt.exchange()) && authorizer.refused(attempt.authorization());
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
        if (exchange instanceof Reply reply) {
            reply.headers().date().ifPresent(date -> clock.compare(date, asked));
        }
        return exchange;
    }

    private boolean learnsTheTime(Call call, Exchange exchange) {
        if (!(exchange instanceof Reply reply) || !judge.blamesTheClock(call.verb(), reply)) {
            return false;
        }
        var date = reply.headers().date();
        date.ifPresent(clock::isAt);
        return date.isPresent();
    }
}
