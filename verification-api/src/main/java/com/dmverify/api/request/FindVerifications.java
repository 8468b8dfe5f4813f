package com.dmverify.api.request;

import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.DamagedVerificationException;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.VersionedVerification;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks verifications up, for the tenant that opened them. */
@Component
public class FindVerifications {

    private final VerificationStore store;
    private final VerificationIndex index;

    FindVerifications(VerificationStore store, VerificationIndex index) {
        this.store = store;
        this.index = index;
    }

    public Mono<VersionedVerification> withId(VerificationId id, String tenant) {
        return store.findVersioned(id)
                .filter(found -> found.verification().belongsTo(tenant))
                .switchIfEmpty(Mono.error(Unknown::verification));
    }

    /** The newest first. What is gone after its time, or damaged, is left out. */
    public Mono<List<Verification>> list(ListQuery query, String tenant) {
        Flux<VerificationId> ids = query.target() != null
                ? index.withTarget(tenant, query.target(), query.limit())
                : index.withReference(tenant, String.valueOf(query.reference()), query.limit());
        return ids.flatMapSequential(id ->
                        find(id, tenant).onErrorResume(DamagedVerificationException.class, damaged -> Mono.empty()))
                .collectList();
    }

    private Mono<Verification> find(VerificationId id, String tenant) {
        return store.find(id).filter(found -> found.belongsTo(tenant));
    }
}
