package com.dmverify.api.store;

import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.VerificationId;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where verifications live. Every change is atomic with the events that announce it and with its next deadline.
 *
 * <p>Errors: a {@code DataAccessException} when the store cannot be reached; then nothing is known of the change, and every
 * call may be repeated.
 */
public interface VerificationStore {

    /**
     * Begins a verification ({@link Verdict#DONE}), unless its request was served before: see {@link #look}. A verification
     * with this id is not begun again ({@link Verdict#EXISTS}).
     */
    Mono<Transition> open(NewVerification verification);

    /**
     * What an idempotency key stands for: the verification as it is now ({@link Verdict#EXISTS}), another request
     * ({@link Verdict#CONFLICT}), a verification that is gone ({@link Verdict#NOT_FOUND}). Empty for a key that was not used.
     */
    Mono<Transition> look(RequestKey key);

    /** The verification as it stands ({@link Verdict#DONE}), without changing it. */
    Mono<Transition> find(VerificationId id);

    /**
     * Counts a guess and compares it.
     *
     * @param guess digest of the guess under each key of the ring, by key id
     */
    Mono<Transition> attempt(VerificationId id, String tenant, Map<String, String> guess);

    /** Records what became of one dispatch. */
    Mono<Transition> settle(VerificationId id, DeliveryReport report);

    /** Sends again what waits for the user, because the user acted at that instant. An act counts once. */
    Mono<Transition> resume(VerificationId id, String cause, Instant actedAt);

    /**
     * Ends it because the person whom it is about does not want it ({@link Verdict#DONE}), unless it began after that was said
     * ({@link Verdict#KNOWN}).
     */
    Mono<Transition> refuse(VerificationId id, OptOut optOut);

    /** Sends again because the user asked; what was asked with the same key before is done ({@link Verdict#EXISTS}). */
    Mono<Transition> resend(VerificationId id, String tenant, ResendRequest request);

    Mono<Transition> cancel(VerificationId id, String tenant);

    /** Ends the verification if its time is over. */
    Mono<Transition> expire(VerificationId id);

    /** Verifications whose deadline passed, the oldest first, of all shards. */
    Flux<VerificationId> due();
}
