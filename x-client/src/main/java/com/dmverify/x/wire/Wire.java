package com.dmverify.x.wire;

import com.dmverify.x.Answer;
import com.dmverify.x.Credentials;
import com.dmverify.x.Timeouts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;

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
     * @param base the address that paths are appended to
     * @param clock for time stamps of signatures; X's {@code Date} corrects it
     */
    public Wire(URI base, Credentials credentials, Timeouts timeouts, InstantSource clock) {
        this.base = base;
        this.patience = timeouts.request();
        this.clock = new CorrectedClock(clock);
        this.transport = new Transport(timeouts, base);
        this.authorizer = Authorizers.of(credentials, this.clock, transport, base);
        this.judge = new Judge(this.clock);
    }

    /** One call, repeated once if X says that our clock is off and tells the time: such a refusal did nothing. */
    public <T> Answer<T> call(Call call, Reading<T> reading) {
        Deadline deadline = Deadline.in(patience);
        Answer<Exchange> first = exchange(call, deadline);
        if (first instanceof Answer.Ok<Exchange> ok && learnsTheTime(call, ok.value())) {
            first = exchange(call, deadline);
        }
        return switch (first) {
            case Answer.Ok<Exchange> ok -> judge.verdict(call.verb(), ok.value(), reading);
            case Answer.Failed<Exchange> failed -> new Answer.Failed<>(failed.error(), failed.limits());
        };
    }

    @Override
    public void close() {
        transport.close();
    }

    private Answer<Exchange> exchange(Call call, Deadline deadline) {
        URI uri = call.at(base);
        return authorizer.authorization(call, uri, deadline).map(header -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Authorization", header);
            String type = call.content().type();
            if (type != null) {
                request.header("Content-Type", type);
            }
            return transport.send(request, call, deadline);
        });
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
