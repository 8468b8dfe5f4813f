package com.dmverify.api.request;

import static com.dmverify.api.store.VerificationStore.ifOf;

import com.dmverify.api.problem.Endings;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.CancelResult;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a verification because the platform does. A message that is still queued is withdrawn. */
@Component
public class CancelVerification {

    private final VerificationStore store;
    private final Moments moments;

    CancelVerification(VerificationStore store, Moments moments) {
        this.store = store;
        this.moments = moments;
    }

    /**
     * The canceled verification.
     *
     * @throws Problem through the Mono, if there is none or it has ended otherwise
     */
    public Mono<Verification> cancel(VerificationId id, String tenant) {
        return Mono.deferContextual(context ->
                        store.update(id, ifOf(tenant, verification -> verification.cancel(moments.now(context)))))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(Unknown::verification))
                .map(CancelVerification::canceled);
    }

    private static Verification canceled(CancelResult result) {
        return switch (result) {
            case CancelResult.Canceled(Verification verification) -> verification;
            case CancelResult.Ended(Verification verification) -> throw Endings.of(verification);
        };
    }
}
