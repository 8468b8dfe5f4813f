package com.dmverify.api.store;

import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where verifications live. A change is committed whole or not at all: the state, its deadline, its idempotency key, and its
 * events in the outbox. No result is known before its commit.
 *
 * <p>Errors: when the store is away, nothing is known of the change, and every call may be repeated; {@link
 * NewerFormatException} and {@link DamagedVerificationException} for a state that is left alone; {@link ConflictException}.
 */
public interface VerificationStore {

    /** Conflicts that a change survives: each is tried again on the state that was read anew. */
    int MOST_CONFLICTS = 16;

    /**
     * Begins a verification, unless its request was served before, or its id is taken.
     *
     * @param key of the request; null if it cannot be repeated
     */
    Mono<CreateResult> create(Change<Verification> opened, @Nullable RequestKey key);

    /** What an idempotency key stands for; empty if it was not used. */
    Mono<CreateResult.UsedKey> look(RequestKey key);

    /** The verification; empty if there is none. */
    Mono<Verification> find(VerificationId id);

    /** The verification with its version; empty if there is none. */
    Mono<VersionedVerification> findVersioned(VerificationId id);

    /** Applies a rule and commits what it changes; empty if there is no such verification. */
    <R> Mono<R> update(VerificationId id, Function<Verification, Change<R>> rule);

    /**
     * The same with a rule that is known only after something else was done, for the state that was read first. It is done once,
     * also if other changes come first and the rule is applied again.
     */
    <R> Mono<R> updateAfter(
            VerificationId id, Function<Verification, Mono<Function<Verification, Change<R>>>> preparation);

    /**
     * The same, unless a request with this key was served before.
     *
     * @param key committed with the change; null if the request cannot be repeated
     * @param repeated the answer to a repeated request, from the verification as it is now
     */
    <R> Mono<R> updateOnce(
            VerificationId id,
            @Nullable RequestKey key,
            Function<Verification, Change<R>> rule,
            Function<Verification, R> repeated);

    /** Verifications whose deadline has passed, the oldest first, a bounded number. */
    Flux<VerificationId> due(int shard);

    /** Drops the deadline of a verification that is gone. */
    Mono<Void> forgetDeadline(VerificationId id);

    /**
     * Deletes it at once, also if it is damaged. Its idempotency key stays used until its end: the request that began it is
     * answered with {@link CreateResult.Gone}.
     */
    Mono<Void> erase(VerificationId id);

    /** The same rule for a tenant: empty also if the verification is another's. */
    static <R> Function<Verification, Change<Optional<R>>> ifOf(String tenant, Function<Verification, Change<R>> rule) {
        return verification -> verification.belongsTo(tenant)
                ? rule.apply(verification).map(Optional::of)
                : Change.none(verification, Optional.empty());
    }
}
