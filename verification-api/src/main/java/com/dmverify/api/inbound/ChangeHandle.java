package com.dmverify.api.inbound;

import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.tenant.Accounts;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A person has another handle: what was claimed by the old one ends at once. */
@Component
class ChangeHandle {

    private final VerificationStore store;
    private final Moments moments;
    private final PersonIndex persons;
    private final Accounts accounts;

    ChangeHandle(VerificationStore store, Moments moments, PersonIndex persons, Accounts accounts) {
        this.store = store;
        this.moments = moments;
        this.persons = persons;
        this.accounts = accounts;
    }

    /** With all accounts, because X names none. One verification that cannot be changed holds up no other. */
    Mono<Void> changed(UserId person, Handle next, Instant when) {
        return Flux.fromStream(() ->
                        accounts.all().stream().map(account -> account.userId()).distinct())
                .concatMap(account -> persons.verifications(new Contact(account, person)))
                .concatMapDelayError(id -> change(id, next, when))
                .then();
    }

    private Mono<Void> change(VerificationId id, Handle next, Instant when) {
        return Mono.deferContextual(context ->
                        store.update(id, verification -> verification.handleChanged(next, when, moments.now(context))))
                .then();
    }
}
