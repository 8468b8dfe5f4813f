package com.dmverify.api.request;

import com.dmverify.api.event.Announcer;
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
class CancelVerification {

    private final VerificationStore store;
    private final Announcer announcer;

    CancelVerification(VerificationStore store, Announcer announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    Mono<Verification> cancel(VerificationId id, String tenant) {
        return store.cancel(id, tenant).flatMap(announcer::announce).map(CancelVerification::judge);
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
