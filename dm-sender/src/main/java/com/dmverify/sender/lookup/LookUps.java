package com.dmverify.sender.lookup;

import com.dmverify.events.DmReason;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.error.NextMove;
import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.sender.order.LookUpOrder;
import com.dmverify.sender.order.Target;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.sender.send.Disposition;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks X who a person is, within the rate limit of look-ups. Nothing is sent, so there is nothing that must happen once: a
 * redelivered look-up asks again. The answer is not taken from memory, since the order wants X's latest answer.
 */
public record LookUps(Accounts accounts, SendTimings timings, Clock clock) {

    /**
     * Carries out a look-up.
     *
     * @param attempt the number of this attempt, from 1
     */
    public Disposition carryOut(LookUpOrder order, int attempt) {
        Optional<Account> account = accounts.find(order.account());
        if (account.isEmpty()) {
            return new Disposition.DeadLetter("unknown account " + order.account());
        }
        Instant now = clock.instant();
        return order.isLate(now)
                ? reported(order, LookUpResult.missed("the deadline had passed"), now)
                : blocked(account.get())
                        .map(block -> wait(order, block))
                        .orElseGet(() -> ask(order, account.get(), attempt));
    }

    private Disposition ask(LookUpOrder order, Account account, int attempt) {
        Instant asked = clock.instant();
        Optional<XError> objection = account.x().credentialOwner().objection();
        if (objection.isPresent()) {
            return failed(order, account, objection.get(), attempt, asked);
        }
        return switch (user(order.target(), account.x().users())) {
            case Answer.Ok<XUser>(var user, var _) -> reported(order, LookUpResult.resolved(user), asked);
            case Answer.Failed<XUser>(var error, var _) -> failed(order, account, error, attempt, asked);
        };
    }

    private static Answer<XUser> user(Target target, Users users) {
        Handle handle = target.handle();
        return target.userId() != null
                ? users.byId(target.userId())
                : users.byHandle(Objects.requireNonNull(handle, "a target has a handle or an id"));
    }

    private Disposition failed(LookUpOrder order, Account account, XError error, int attempt, Instant asked) {
        Instant later = clock.instant().plus(timings.backOff().after(attempt, order.id()));
        return switch (XErrorPolicy.nextMove(error)) {
            case NextMove.Refuse(var reason) -> reported(order, LookUpResult.refused(reason, error.detail()), asked);
            case NextMove.Suspect _ ->
                reported(order, LookUpResult.refused(DmReason.REJECTED_REQUEST, error.detail()), asked);
            case NextMove.BlockAccount(var reason) ->
                wait(order, account.breaker().trip(reason, error.detail()));
            case NextMove.Wait(var until) -> throttled(order, until, later);
            case NextMove.Retry _, NextMove.Search _ ->
                timings.backOff().isSpent(attempt) || order.isLate(later)
                        ? reported(order, LookUpResult.refused(DmReason.X_UNAVAILABLE, error.detail()), asked)
                        : new Disposition.Retry(later, error.detail());
        };
    }

    /** What stops the account from asking X anything. That X throttles its messages is no such thing. */
    private Optional<AccountBlock> blocked(Account account) {
        return account.breaker()
                .block()
                .filter(block -> block.reason() != null && clock.instant().isBefore(block.nextTry()));
    }

    private Disposition wait(LookUpOrder order, AccountBlock block) {
        DmReason reason = Objects.requireNonNull(block.reason(), "the account is blocked for a reason");
        return order.isLate(block.nextTry())
                ? reported(order, LookUpResult.refused(reason, block.detail()), clock.instant())
                : new Disposition.Retry(block.nextTry(), block.word());
    }

    private Disposition throttled(LookUpOrder order, @Nullable Instant named, Instant soonest) {
        Instant until = named != null ? named : clock.instant().plus(timings.throttled());
        Instant next = until.isBefore(soonest) ? soonest : until;
        return order.isLate(next)
                ? reported(order, LookUpResult.missed("X throttles look-ups until " + next), clock.instant())
                : new Disposition.Retry(next, "X throttles look-ups");
    }

    private Disposition reported(LookUpOrder order, LookUpResult result, Instant asked) {
        return new Disposition.Attempted(result.of(order, asked, clock.instant()), Disposition.Source.DECIDED);
    }
}
