package com.dmverify.sender.evidence.snapshot;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.ratelimit.CallKind;
import com.dmverify.sender.ratelimit.RateLimiter;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.RecentMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes conversation snapshots, one at a time for each account over all replicas, evenly spread over X's window: so the next
 * one is near, however many orders are in doubt.
 */
public final class ConversationSnapshots {

    /** Pages of one snapshot: more would use up the calls of several minutes. */
    private static final int MOST_PAGES = 4;

    /** The usual life of an order; an account writes less than a page meanwhile. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(6);

    private final SnapshotStore store;
    private final CodeFingerprints fingerprints;
    private final RateLimiter limiter;
    private final InstantSource clock;

    /** @param fingerprints with a secret that all replicas share */
    public ConversationSnapshots(
            SnapshotStore store, CodeFingerprints fingerprints, RateLimiter limiter, InstantSource clock) {
        this.store = store;
        this.fingerprints = fingerprints;
        this.limiter = limiter;
        this.clock = clock;
    }

    /** The fingerprint of a message with this code in a snapshot. */
    public String digest(Account account, UserId recipient, String code) {
        return fingerprints.of(account.identity().userId().value(), recipient.value(), code);
    }

    /** The latest snapshot of this account, whichever replica made it. */
    public Optional<ConversationSnapshot> latest(Account account) {
        return store.latest(account.identity().userId());
    }

    /**
     * Makes a new one, for all replicas; {@code Throttled} until it is time for it.
     *
     * @param backTo how far back it has to reach at least; if that is too far, it says so itself
     */
    public Answer<ConversationSnapshot> make(Account account, Instant backTo) {
        return limiter.calls(account.budgets().of(CallKind.SNAPSHOTS))
                .count(() -> read(account, furthest(backTo)).map(snapshot -> {
                    store.keep(account.identity().userId(), snapshot);
                    return snapshot;
                }));
    }

    /** Other orders may have been in doubt for longer than this one. */
    private Instant furthest(Instant backTo) {
        Instant usual = clock.instant().minus(LOOK_BACK);
        return usual.isBefore(backTo) ? usual : backTo;
    }

    private Answer<ConversationSnapshot> read(Account account, Instant backTo) {
        Instant asOf = clock.instant();
        SnapshotBuilder found = new SnapshotBuilder(account.identity().userId(), fingerprints);
        String older = null;
        for (int page = 1; page <= MOST_PAGES; page++) {
            Answer<RecentMessages> answer = account.x().messages().recent(older);
            if (answer instanceof Answer.Ok<RecentMessages>(var recent, var _)) {
                found.add(recent);
                older = recent.older();
                if (recent.reachesBackTo(backTo)) {
                    break;
                }
            } else if (page == 1 && answer instanceof Answer.Failed<RecentMessages>(var error, var _)) {
                // X's headers are about the pages, not about the turns to make a snapshot.
                return new Answer.Failed<>(error, RateLimits.none());
            } else {
                break; // the pages that were read so far are complete
            }
        }
        return new Answer.Ok<>(found.asOf(asOf), RateLimits.none());
    }
}
