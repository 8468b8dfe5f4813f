package com.dmverify.api.delivery;

import com.dmverify.api.event.Announcer;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.store.WaitingUsers;
import com.dmverify.api.verification.UserId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user opened the way: sends what waits for that user, and nothing to anybody who did not ask. */
@Component
class ResumeWaiting {

    static final String FOLLOWED = "followed";
    static final String WROTE_TO_US = "wrote_to_us";

    private final VerificationStore store;
    private final Announcer announcer;
    private final WaitingUsers waiting;

    ResumeWaiting(VerificationStore store, Announcer announcer, WaitingUsers waiting) {
        this.store = store;
        this.announcer = announcer;
        this.waiting = waiting;
    }

    Mono<Void> userActed(UserId brand, UserId user, String how, Instant when) {
        return waiting.acted(brand, user, when)
                .thenMany(waiting.waitingFor(brand, user))
                .concatMap(
                        id -> store.resume(id, how).flatMap(announcer::announce).then(waiting.forget(brand, user, id)))
                .then();
    }
}
