package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.Stats;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.ApiVersion;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Exchange;
import com.dmverify.sandbox.http.Reply;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wraps handlers of X's API: each call passes all checks first, and each answer has X's headers. */
@Component
public class ApiHandlers {

    private static final String API_VERSION = "2.167";

    private final Exchange exchange;
    private final DecisionOrder order;
    private final OutageCheck outage;
    private final ResponseFaults responseFaults;
    private final Stats stats;

    ApiHandlers(
            Exchange exchange, DecisionOrder order, OutageCheck outage, ResponseFaults responseFaults, Stats stats) {
        this.exchange = exchange;
        this.order = order;
        this.outage = outage;
        this.responseFaults = responseFaults;
        this.stats = stats;
    }

    public HandlerFunction<ServerResponse> handle(Endpoint endpoint, Function<ApiRequest, Reply> answer) {
        return exchange.onEventLoop(call -> pass(new ApiRequest(call, endpoint, null), answer));
    }

    /** For handlers that call a webhook first. */
    public HandlerFunction<ServerResponse> handleBlocking(Endpoint endpoint, Function<ApiRequest, Reply> answer) {
        return exchange.onVirtualThread(call -> pass(new ApiRequest(call, endpoint, null), answer));
    }

    /** For handlers that send a DM. */
    public HandlerFunction<ServerResponse> handleMessage(
            Endpoint endpoint, DraftReader reader, Function<ApiRequest, Reply> answer) {
        return exchange.delayed(
                call -> outage.hold(new ApiRequest(call, endpoint, reader)),
                call -> pass(new ApiRequest(call, endpoint, reader), answer));
    }

    /** For calls that need no API credentials, such as those that issue tokens. */
    public HandlerFunction<ServerResponse> handleUnauthenticated(Function<Call, Reply> answer) {
        return exchange.onEventLoop(call -> {
            UnauthenticatedRequest open = new UnauthenticatedRequest(call);
            return responseFaults.of(open, call.apiVersion(), answer(open, answer));
        });
    }

    private Reply answer(UnauthenticatedRequest open, Function<Call, Reply> answer) {
        try {
            outage.examine(open);
            return answer.apply(open.call());
        } catch (ApiException refused) {
            return refused.reply(open.call().apiVersion());
        }
    }

    private Reply pass(ApiRequest request, Function<ApiRequest, Reply> answer) {
        Reply reply = responseFaults.of(request, request.call().apiVersion(), decide(request, answer));
        if (reply.status() >= 400) {
            stats.rejected(reply.status());
        }
        return reply;
    }

    private Reply decide(ApiRequest request, Function<ApiRequest, Reply> answer) {
        ApiVersion apiVersion = request.call().apiVersion();
        Reply reply;
        try {
            order.decide(request);
            if (request.isMessage()) {
                order.decideMessage(request);
            }
            reply = answer.apply(request);
        } catch (ApiException refused) {
            reply = refused.reply(apiVersion);
        }
        return withHeaders(request, apiVersion, reply);
    }

    /** v1.1 does not show the limits of sending DMs (recorded 2019). */
    private static Reply withHeaders(ApiRequest request, ApiVersion apiVersion, Reply reply) {
        if (request.endpoint() != Endpoint.V1_DM_SEND) {
            reply.headers(request.limitHeaders());
        } else {
            reply.headers().keySet().removeIf(name -> name.contains("limit-"));
        }
        if (apiVersion == ApiVersion.V2) {
            reply.header("api-version", API_VERSION);
        }
        Caller caller = request.callerIfKnown();
        return caller == null || caller.user() == null
                ? reply
                : reply.header("x-access-level", caller.permission().wireName());
    }
}
