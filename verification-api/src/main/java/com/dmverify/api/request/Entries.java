package com.dmverify.api.request;

import com.dmverify.api.refusal.OptOuts;
import com.dmverify.api.store.References;
import com.dmverify.api.store.people.People;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where a verification is found again: under the platform's reference, and with the person whom it is about. */
@Component
class Entries {

    private final OptOuts optOuts;
    private final References references;
    private final People people;

    Entries(OptOuts optOuts, References references, People people) {
        this.optOuts = optOuts;
        this.references = references;
        this.people = people;
    }

    /** Entered before it is opened, so that none is missing; not at all if the person wants no messages. */
    Mono<Void> enter(VerificationId id, OpenRequest request, Caller caller) {
        return optOuts.check(caller.account(), request.target())
                .then(underReference(id, request, caller))
                .then(withPerson(id, request, caller));
    }

    private Mono<Void> underReference(VerificationId id, OpenRequest request, Caller caller) {
        String reference = request.request().reference();
        return reference == null ? Mono.empty() : references.add(caller.tenant(), reference, id);
    }

    /** Who is behind a handle is told by the sender's report. */
    private Mono<Void> withPerson(VerificationId id, OpenRequest request, Caller caller) {
        UserId person = request.target().userId();
        return person == null
                ? Mono.empty()
                : people.join(new Conversation(caller.account().userId(), person), id)
                        .then();
    }
}
