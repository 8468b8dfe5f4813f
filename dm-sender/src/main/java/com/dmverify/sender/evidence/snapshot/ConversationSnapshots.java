package com.dmverify.sender.evidence.snapshot;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.ratelimit.CallBudget;
import com.dmverify.sender.ratelimit.CallKind;
import com.dmverify.sender.ratelimit.TakeResult;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.dm.RecentMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes overviews, one at a time for each account and all replicas, each in its part of X's window: so the next one is
 * never far away, however many are in doubt.
 */
public final class ConversationSnapshots {

    /** Pages of one overview: more would use up the calls of several minutes. */
    private static final int MOST_PAGES = 4;

    /** As long as an order is waited for, if nobody says otherwise; an account writes less than a page meanwhile. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(6);

    private final SnapshotStore store;
    private final CodeFingerprints fingerprints;
    private final CallBudget budget;
    private final InstantSource clock;

    /** @param fingerprints with a secret that all replicas share */
    public ConversationSnapshots(
            SnapshotStore store, CodeFingerprints fingerprints, CallBudget budget, InstantSource clock) {
        this.store = store;
        this.fingerprints = fingerprints;
        this.budget = budget;
        this.clock = clock;
    }

    /** By what a message with this code is known in an overview. */
    public String digest(Account account, UserId recipient, String code) {
        return fingerprints.of(account.identity().userId().value(), recipient.value(), code);
    }

    /** The latest overview that anybody made of this account. */
    public Optional<ConversationSnapshot> latest(Account account) {
        return store.latest(account.identity().userId());
    }

    /**
     * Makes a new one, for all replicas; {@code Throttled} until it is time for it.
     *
     * @param backTo how far back it has to reach at least; if that is too far, it says so itself
     */
    public Answer<ConversationSnapshot> make(Account account, Instant backTo) {
        return switch (budget.take(account.budgets().of(CallKind.SNAPSHOTS))) {
            case TakeResult.ExhaustedUntil(var until) ->
                new Answer.Failed<>(
                        new XError.Throttled(until, "not asked: the next overview is made then", null),
                        RateLimits.none());
            case TakeResult.RecipientLimit _ -> throw new IllegalStateException("only messages have recipients");
            case TakeResult.Taken _ ->
                read(account, furthest(backTo)).map(snapshot -> {
                    store.keep(account.identity().userId(), snapshot);
                    return snapshot;
                });
        };
    }

    /** Others in doubt may have waited longer than who asks. */
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
            } else if (page == 1) {
                return answer.map(_ -> found.asOf(asOf));
            } else {
                break; // what was read so far is paid for, and true
            }
        }
        return new Answer.Ok<>(found.asOf(asOf), RateLimits.none());
    }
}
