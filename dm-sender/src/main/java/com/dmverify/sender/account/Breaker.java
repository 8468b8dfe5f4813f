package com.dmverify.sender.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an account in trouble from hammering X. While it is open everybody waits; when the pause is over, one message
 * is let through as a probe. If X takes it the breaker closes, else the pause doubles. Each replica has its own: an
 * operator who repairs an account need not tell anybody. Thread-safe.
 */
public final class Breaker {

    private final Clock clock;
    private final Pauses pauses;
    private @Nullable Trouble trouble;
    private Duration pause;
    private boolean probing;

    /** The pause after the first trouble, and the longest. */
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

    /** Empty: go on. Otherwise what is wrong, and when to come back. */
    public synchronized Optional<Trouble> refusal() {
        Instant now = clock.instant();
        if (trouble == null || now.isBefore(trouble.nextTry())) {
            return Optional.ofNullable(trouble);
        }
        // This one is the probe; the others wait for what becomes of it.
        probing = true;
        trouble = new Trouble(trouble.reason(), trouble.detail(), trouble.since(), now.plus(pause));
        return Optional.empty();
    }

    /** X said that the account cannot send. */
    public synchronized Trouble trip(String reason, String detail) {
        Instant now = clock.instant();
        Instant since = trouble == null ? now : trouble.since();
        // Answers to calls that were under way together are one trouble: only a probe that fails makes it longer.
        if (trouble == null) {
            pause = pauses.first();
        } else if (probing) {
            pause = pauses.after(pause);
        }
        probing = false;
        trouble = new Trouble(reason, detail, since, now.plus(pause));
        return trouble;
    }

    /** X took a call. */
    public synchronized void close() {
        trouble = null;
    }

    /** What is wrong at the moment, without asking to go on. */
    public synchronized Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }
}
