package com.dmverify.api.request;

import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.problem.Endings;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a verification that nobody wants any more. A message that is on its way is not called back. */
@Component
public class CancelVerification {

    private final VerificationStore store;
    private final OutboxRelay relay;

    CancelVerification(VerificationStore store, OutboxRelay relay) {
        this.store = store;
        this.relay = relay;
    }

    public Mono<Verification> cancel(VerificationId id, String tenant) {
        return store.cancel(id, tenant).flatMap(relay::publish).map(CancelVerification::judge);
    }

    private static Verification judge(Transition done) {
        return switch (done.verdict()) {
            case DONE -> done.state();
            case ENDED -> throw Endings.of(done.state());
            case NOT_FOUND -> throw Unknown.verification();
            default -> throw new IllegalStateException("cancel answered " + done.verdict());
        };
    }
}
