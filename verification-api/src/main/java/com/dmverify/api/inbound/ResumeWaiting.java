package com.dmverify.api.inbound;

import com.dmverify.api.code.Codes;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.person.PersonIndex;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends again what waits for a user who has followed the account or written to it; only who asked is ever written to. */
@Component
public class ResumeWaiting {

    /** The cause of a resumption: the person followed the brand. */
    public static final String FOLLOWED = "followed";

    static final String WROTE_TO_US = "wrote_to_us";

    private final VerificationStore store;
    private final Moments moments;
    private final PersonIndex persons;
    private final Codes codes;

    ResumeWaiting(VerificationStore store, Moments moments, PersonIndex persons, Codes codes) {
        this.store = store;
        this.moments = moments;
        this.persons = persons;
        this.codes = codes;
    }

    /** The person acted at that instant. One verification that cannot be changed holds up no other of that person. */
    Mono<Void> userActed(Contact with, String how, Instant when) {
        return persons.acted(with, when)
                .thenMany(persons.verifications(with))
                .concatMapDelayError(id -> resume(with, id, how, when))
                .then();
    }

    /** Of what has a code whose key was stopped: dm-sender would not send it. */
    private @Nullable String freshKey(Verification verification) {
        return codes.isUsable(verification.code().keyId())
                ? null
                : codes.usableKeyId().orElse(null);
    }

    /** The same for one verification. */
    public Mono<Void> resume(Contact with, VerificationId id, String how, Instant when) {
        return Mono.deferContextual(context -> store.update(
                        id,
                        verification -> verification.resume(how, when, freshKey(verification), moments.now(context))))
                .map(verification -> verification.isOver())
                .defaultIfEmpty(true)
                .flatMap(over -> over ? persons.forget(with, id) : Mono.empty());
    }
}
