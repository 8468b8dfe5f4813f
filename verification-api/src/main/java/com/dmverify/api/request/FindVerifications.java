package com.dmverify.api.request;

import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.DamagedVerificationException;
import com.dmverify.api.store.IndexEntry;
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

    /** The newest first. What is gone after its time, or damaged, is left out, so that a page may be shorter than asked. */
    public Mono<VerificationPage> list(ListQuery query) {
        int oneMore = query.limit() + 1;
        Flux<IndexEntry> entries = query.target() != null
                ? index.withTarget(query.tenant(), query.target(), query.after(), oneMore)
                : index.withReference(query.tenant(), String.valueOf(query.reference()), query.after(), oneMore);
        return entries.collectList().flatMap(found -> page(query, found));
    }

    private Mono<VerificationPage> page(ListQuery query, List<IndexEntry> found) {
        boolean isLast = found.size() <= query.limit();
        List<IndexEntry> shown = isLast ? found : found.subList(0, query.limit());
        String next = isLast ? null : ListCursor.behind(shown.getLast());
        return Flux.fromIterable(shown)
                .flatMapSequential(entry -> find(entry.id(), query.tenant())
                        .onErrorResume(DamagedVerificationException.class, damaged -> Mono.empty()))
                .collectList()
                .map(verifications -> new VerificationPage(verifications, next));
    }

    private Mono<Verification> find(VerificationId id, String tenant) {
        return store.find(id).filter(found -> found.belongsTo(tenant));
    }
}
