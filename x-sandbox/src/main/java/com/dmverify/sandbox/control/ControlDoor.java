package com.dmverify.sandbox.control;

import com.dmverify.sandbox.wire.Exchange;
import com.dmverify.sandbox.wire.Reply;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A door without a lock: no credentials, and complaints in plain words. */
@Component
public class ControlDoor {

    private final Exchange exchange;

    ControlDoor(Exchange exchange) {
        this.exchange = exchange;
    }

    public HandlerFunction<ServerResponse> to(Function<Instruction, Reply> answer) {
        return exchange.quick(call -> {
            try {
                return answer.apply(new Instruction(call));
            } catch (Complaint complaint) {
                return complaint.reply();
            }
        });
    }

    /** For what takes its time. */
    public HandlerFunction<ServerResponse> waiting(Function<Instruction, Reply> answer) {
        return exchange.waiting(call -> {
            try {
                return answer.apply(new Instruction(call));
            } catch (Complaint complaint) {
                return complaint.reply();
            }
        });
    }
}
