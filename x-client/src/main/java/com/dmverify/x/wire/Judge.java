package com.dmverify.x.wire;

import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import com.dmverify.x.call.Reading;
import com.dmverify.x.call.Verb;
import com.dmverify.x.error.Refusal;
import com.dmverify.x.wire.Exchange.Silence;
import java.time.InstantSource;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Says what an exchange means. Whatever X answers, no exception leaves it. */
final class Judge {

    private final InstantSource clock;

    Judge(InstantSource clock) {
        this.clock = clock;
    }

    <T> Answer<T> verdict(Verb verb, Exchange exchange, Reading<T> reading) {
        return switch (exchange) {
            case Silence silence -> new Answer.Failed<>(lost(verb, silence), RateLimits.none());
            case Reply reply -> verdict(verb, reply, reading);
        };
    }

    boolean blamesTheClock(Verb verb, Exchange exchange) {
        return isRefusal(verb, exchange, Refusal::blamesTheClock);
    }

    boolean deniesCredentials(Verb verb, Exchange exchange) {
        return isRefusal(verb, exchange, Refusal::deniesCredentials);
    }

    private static boolean isRefusal(Verb verb, Exchange exchange, Predicate<Refusal> kind) {
        return exchange instanceof Reply reply && !reply.isSuccess() && kind.test(refusal(verb, reply));
    }

    /** The same, where one kind of refusal is an answer like any other. */
    <T> Answer<T> verdict(Verb verb, Exchange exchange, Reading<T> reading, Predicate<Refusal> tolerated, T instead) {
        return exchange instanceof Reply reply && tolerated.test(refusal(verb, reply))
                ? new Answer.Ok<>(instead, reply.headers().limits(clock))
                : verdict(verb, exchange, reading);
    }

    private <T> Answer<T> verdict(Verb verb, Reply reply, Reading<T> reading) {
        RateLimits limits = reply.headers().limits(clock);
        if (!reply.isSuccess() || isRefusalInDisguise(reply.body())) {
            XError error = refusal(verb, reply)
                    .error(limits, reply.headers().retryAfter(clock).orElse(null));
            return new Answer.Failed<>(error, limits);
        }
        try {
            return new Answer.Ok<>(reading.read(reply.body()), limits);
        } catch (IllegalArgumentException | JacksonException e) {
            return new Answer.Failed<>(unreadable(verb, reply, e), limits);
        }
    }

    // A 200 with errors and without data. With both, X left something out and says why: the data counts.
    private static boolean isRefusalInDisguise(JsonNode body) {
        return body.has("errors") && !body.has("data");
    }

    private static Refusal refusal(Verb verb, Reply reply) {
        return new Refusal(reply.status(), reply.body(), !verb.isRead());
    }

    private static XError lost(Verb verb, Silence silence) {
        return verb.isRead() || silence.neverSent()
                ? new XError.Unavailable(silence.why(), null)
                : new XError.UnknownOutcome(silence.why(), null);
    }

    private static XError unreadable(Verb verb, Reply reply, RuntimeException e) {
        String detail = "unexpected answer: "
                + (e instanceof IllegalArgumentException
                        ? e.getMessage()
                        : e.getClass().getSimpleName());
        return verb.isRead()
                ? new XError.Unavailable(detail, reply.status())
                : new XError.UnknownOutcome(detail, reply.status());
    }
}
