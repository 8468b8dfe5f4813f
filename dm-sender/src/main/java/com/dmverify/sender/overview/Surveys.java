package com.dmverify.sender.overview;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.budget.Taking;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.Recent;
import com.dmverify.x.webhook.SentDigits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes overviews, one at a time for each account and all replicas, evenly over X's window: so the next one is never far
 * away, however many are in doubt.
 */
public final class Surveys {

    /** Pages of one overview: more would use up the calls of several minutes. */
    private static final int MOST_PAGES = 4;

    private final OverviewStore store;
    private final SentDigits digits;
    private final CallBudget budget;
    private final InstantSource clock;

    /** @param digits with a secret that all replicas share */
    public Surveys(OverviewStore store, SentDigits digits, CallBudget budget, InstantSource clock) {
        this.store = store;
        this.digits = digits;
        this.budget = budget;
        this.clock = clock;
    }

    /** By what a message with this code is known in an overview. */
    public String digest(Account account, UserId recipient, String code) {
        return digits.digest(account.persona().userId(), recipient, code);
    }

    /** The latest overview that anybody made of this account. */
    public Optional<Overview> latest(Account account) {
        return store.latest(account.name());
    }

    /**
     * Makes a new one, for all replicas; {@code Throttled} until it is time for it.
     *
     * @param backTo how far back it has to reach; if that is too far, it says so itself
     */
    public Answer<Overview> make(Account account, Instant backTo) {
        return switch (budget.take(account.allowances().surveys())) {
            case Taking.ExhaustedUntil(var until) ->
                new Answer.Failed<>(
                        new XError.Throttled(until, "not asked: the next overview is made then", null),
                        RateLimits.none());
            case Taking.Taken _ ->
                read(account, backTo).map(overview -> {
                    store.keep(account.name(), overview);
                    return overview;
                });
        };
    }

    private Answer<Overview> read(Account account, Instant backTo) {
        Instant asOf = clock.instant();
        Map<String, Sighting> messages = new HashMap<>();
        return page(account, backTo, null, MOST_PAGES, messages)
                .map(completeAfter -> new Overview(asOf, completeAfter, messages));
    }

    /** Collects newest first, and answers how far that reaches back. */
    private Answer<Instant> page(
            Account account, Instant backTo, @Nullable String older, int pages, Map<String, Sighting> found) {
        return switch (account.x().messages().recent(older)) {
            case Answer.Failed<Recent>(var error, var limits) -> new Answer.Failed<>(error, limits);
            case Answer.Ok<Recent>(var page, var limits) -> {
                page.messages().forEach(message -> collect(account, message, found));
                yield pages == 1 || page.reachesBackTo(backTo)
                        ? new Answer.Ok<>(completeAfter(page), limits)
                        : page(account, backTo, page.older(), pages - 1, found);
            }
        };
    }

    /** An empty page in the middle says nothing: then it is complete nowhere. */
    private static Instant completeAfter(Recent page) {
        if (page.older() == null) {
            return Instant.EPOCH;
        }
        return page.oldest() == null ? Instant.ofEpochMilli(Long.MAX_VALUE) : page.oldest();
    }

    private void collect(Account account, Message message, Map<String, Sighting> found) {
        UserId recipient = message.recipient();
        if (recipient != null && message.sender().equals(account.persona().userId())) {
            Sighting sighting = new Sighting(message.eventId(), message.createdAt());
            digits.digests(message.sender(), recipient, message.text())
                    .forEach(digest -> found.putIfAbsent(digest, sighting));
        }
    }
}
