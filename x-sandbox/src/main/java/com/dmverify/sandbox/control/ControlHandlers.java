package com.dmverify.sandbox.control;

import com.dmverify.sandbox.http.Exchange;
import com.dmverify.sandbox.http.Reply;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wraps handlers of control calls, which need no credentials. Answers a {@link ControlProblem} as a problem. */
@Component
public class ControlHandlers {

    private final Exchange exchange;

    ControlHandlers(Exchange exchange) {
        this.exchange = exchange;
    }

    public HandlerFunction<ServerResponse> handle(Function<ControlRequest, Reply> answer) {
        return exchange.onEventLoop(call -> {
            try {
                return answer.apply(new ControlRequest(call));
            } catch (ControlProblem problem) {
                return problem.reply();
            }
        });
    }

    /** For handlers that take long. */
    public HandlerFunction<ServerResponse> handleBlocking(Function<ControlRequest, Reply> answer) {
        return exchange.onVirtualThread(call -> {
            try {
                return answer.apply(new ControlRequest(call));
            } catch (ControlProblem problem) {
                return problem.reply();
            }
        });
    }
}
