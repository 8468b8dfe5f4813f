package com.dmverify.sender.account;

import com.dmverify.events.DmReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an account that X does not let send from calling X. While it is open all orders wait; after the pause, one message
 * is let through as a probe. If X takes it the breaker closes, else the pause doubles. Each replica has its own: an
 * operator who repairs an account has nothing to reset. Thread-safe.
 */
public final class Breaker {

    private final Clock clock;
    private final Pauses pauses;
    private @Nullable AccountBlock block;
    private Duration pause;
    private boolean probing;

    /** The first pause, and the longest. */
    public record Pauses(Duration first, Duration longest) {

        Duration after(Duration pause) {
            Duration doubled = pause.multipliedBy(2);
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }
    }

    public Breaker(Clock clock, Pauses pauses) {
        this.clock = clock;
        this.pauses = pauses;
        pause = pauses.first();
    }

    /** May one go on? */
    public sealed interface Entry {

        /** No: what is wrong, and when to come back. */
        record Shut(AccountBlock block) implements Entry {}

        /** Yes, as the only probe if the account is blocked. */
        record Open(boolean probe) implements Entry {}
    }

    /** Asks to call X. A probe that learns nothing calls {@link #unproven}. */
    public synchronized Entry enter() {
        Instant now = clock.instant();
        if (block == null) {
            return new Entry.Open(false);
        }
        if (now.isBefore(block.nextTry())) {
            return new Entry.Shut(block);
        }
        // This one is the probe; the others wait for what becomes of it.
        probing = true;
        block = block.until(now.plus(pause));
        return new Entry.Open(true);
    }

    /** The probe ended without an answer of X about the account: the next order is the probe. */
    public synchronized void unproven() {
        if (probing && block != null) {
            probing = false;
            block = block.until(clock.instant());
        }
    }

    /** X said that the account cannot send. */
    public synchronized AccountBlock trip(DmReason reason, String detail) {
        Instant now = clock.instant();
        lengthen();
        block = new AccountBlock(reason, detail, since(now), now.plus(pause));
        return block;
    }

    /**
     * X throttles the account.
     *
     * @param until as X says. It may be now, or over: then the pause counts, which grows while X goes on to throttle
     */
    public synchronized AccountBlock throttle(Instant until, String detail) {
        Instant now = clock.instant();
        lengthen();
        Instant soonest = now.plus(pause);
        block = AccountBlock.throttle(detail, since(now), until.isBefore(soonest) ? soonest : until);
        return block;
    }

    private Instant since(Instant now) {
        return block == null ? now : block.since();
    }

    private void lengthen() {
        // Answers to parallel calls are one block: only a probe that fails lengthens the pause.
        if (block == null) {
            pause = pauses.first();
        } else if (probing) {
            pause = pauses.after(pause);
        }
        probing = false;
    }

    /** X took a call, or refused it because of its recipient: the account is in order. */
    public synchronized void close() {
        block = null;
        probing = false;
    }

    /** What is wrong at the moment, without asking to go on. */
    public synchronized Optional<AccountBlock> block() {
        return Optional.ofNullable(block);
    }
}
