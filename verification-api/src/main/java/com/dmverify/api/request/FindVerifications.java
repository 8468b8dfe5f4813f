package com.dmverify.api.request;

import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.References;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks verifications up, for the tenant that opened them. */
@Component
class FindVerifications {

    /** A reference names one order or one person: more than this is not looked through. */
    private static final int MOST = 100;

    private final VerificationStore store;
    private final References references;

    FindVerifications(VerificationStore store, References references) {
        this.store = store;
        this.references = references;
    }

    Mono<Verification> withId(VerificationId id, String tenant) {
        return find(id, tenant).switchIfEmpty(Mono.error(Unknown::verification));
    }

    /** Those with the platform's reference, the newest first. */
    Mono<List<Verification>> withReference(String reference, String tenant) {
        return references
                .with(tenant, reference)
                .take(MOST)
                .flatMap(id -> find(id, tenant))
                .filter(found -> reference.equals(found.request().reference()))
                .collectSortedList(Comparator.comparing(Verification::createdAt).reversed());
    }

    private Mono<Verification> find(VerificationId id, String tenant) {
        return store.find(id)
                .mapNotNull(found -> found.verification())
                .filter(found -> found.request().tenant().equals(tenant));
    }
}
