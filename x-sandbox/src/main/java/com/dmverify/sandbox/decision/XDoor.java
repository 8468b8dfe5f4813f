package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.Stats;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Exchange;
import com.dmverify.sandbox.wire.Generation;
import com.dmverify.sandbox.wire.Reply;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A door of X's API: a call passes all checks before it is answered, and every answer has X's headers. */
@Component
public class XDoor {

    private static final String API_VERSION = "2.167";

    private final Exchange exchange;
    private final DecisionOrder order;
    private final OutageCheck outage;
    private final Aftermath aftermath;
    private final Stats stats;

    XDoor(Exchange exchange, DecisionOrder order, OutageCheck outage, Aftermath aftermath, Stats stats) {
        this.exchange = exchange;
        this.order = order;
        this.outage = outage;
        this.aftermath = aftermath;
        this.stats = stats;
    }

    public HandlerFunction<ServerResponse> to(Endpoint endpoint, Function<Attempt, Reply> answer) {
        return exchange.quick(call -> pass(new Attempt(call, endpoint, null), answer));
    }

    /** For answers that have to call somebody first. */
    public HandlerFunction<ServerResponse> waiting(Endpoint endpoint, Function<Attempt, Reply> answer) {
        return exchange.waiting(call -> pass(new Attempt(call, endpoint, null), answer));
    }

    /** For the sending of DMs. */
    public HandlerFunction<ServerResponse> message(
            Endpoint endpoint, DraftReader reader, Function<Attempt, Reply> answer) {
        return exchange.held(
                call -> outage.hold(new Attempt(call, endpoint, reader)),
                call -> pass(new Attempt(call, endpoint, reader), answer));
    }

    /** For calls that bring no credentials that this class knows how to look at. */
    public HandlerFunction<ServerResponse> open(Function<Call, Reply> answer) {
        return exchange.quick(call -> {
            OpenCall open = new OpenCall(call);
            return aftermath.of(open, call.generation(), answer(open, answer));
        });
    }

    private Reply answer(OpenCall open, Function<Call, Reply> answer) {
        try {
            outage.examine(open);
            return answer.apply(open.call());
        } catch (Refused refused) {
            return refused.reply(open.call().generation());
        }
    }

    private Reply pass(Attempt attempt, Function<Attempt, Reply> answer) {
        Reply reply = aftermath.of(attempt, attempt.call().generation(), decide(attempt, answer));
        if (reply.status() >= 400) {
            stats.rejected(reply.status());
        }
        return reply;
    }

    private Reply decide(Attempt attempt, Function<Attempt, Reply> answer) {
        Generation generation = attempt.call().generation();
        Reply reply;
        try {
            order.decide(attempt);
            if (attempt.isMessage()) {
                order.decideMessage(attempt);
            }
            reply = answer.apply(attempt);
        } catch (Refused refused) {
            reply = refused.reply(generation);
        }
        return withHeaders(attempt, generation, reply);
    }

    /** v1.1's DM sending has never shown its limits (recorded 2019). */
    private static Reply withHeaders(Attempt attempt, Generation generation, Reply reply) {
        if (attempt.endpoint() != Endpoint.V1_DM_SEND) {
            reply.headers(attempt.limitHeaders());
        } else {
            reply.headers().keySet().removeIf(name -> name.contains("limit-"));
        }
        if (generation == Generation.V2) {
            reply.header("api-version", API_VERSION);
        }
        Caller caller = attempt.callerIfKnown();
        return caller == null || caller.user() == null
                ? reply
                : reply.header("x-access-level", caller.permission().word());
    }
}
