package com.dmverify.api.check;

import com.dmverify.api.code.Codes;
import com.dmverify.api.limit.FailureLimit;
import com.dmverify.api.limit.Takes;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.switches.SwitchGuard;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.CheckResult;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.TestTarget;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.OneTimeCode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Compares a code that the user typed, if the limit on failures lets it. */
@Component
class CheckCode {

    private static final Takes NOTHING_TAKEN = new Takes(List.of());

    private final VerificationStore store;
    private final Moments moments;
    private final Codes codes;
    private final ChangeAwaiter changes;
    private final FailureLimit failures;
    private final SwitchGuard switches;

    CheckCode(
            VerificationStore store,
            Moments moments,
            Codes codes,
            ChangeAwaiter changes,
            FailureLimit failures,
            SwitchGuard switches) {
        this.store = store;
        this.moments = moments;
        this.codes = codes;
        this.changes = changes;
        this.failures = failures;
        this.switches = switches;
    }

    /** @param taken from the limit, before the code was compared */
    private record Checked(CheckResult result, Takes taken) {}

    /**
     * What came of the check. A code that was typed the moment it arrived may be faster than dm-sender's report: such a check
     * waits for the report for a short time.
     *
     * @throws Problem through the Mono, if there is no such verification, or there were too many failures
     */
    Mono<CheckResult> check(VerificationId id, String tenant, OneTimeCode typed) {
        Mono<CheckResult> checked = once(id, tenant, typed);
        return checked.flatMap(result -> isEarly(result) ? afterReport(id, checked) : Mono.just(result));
    }

    /** Looks again once the wait is registered, so that no report is missed, and then when the report came or time is up. */
    private Mono<CheckResult> afterReport(VerificationId id, Mono<CheckResult> checked) {
        return Mono.using(
                () -> changes.register(id),
                change -> checked.flatMap(
                        result -> isEarly(result) ? change.happened().then(checked) : Mono.just(result)),
                ChangeAwaiter.Registration::close);
    }

    /** Reads; takes a failure from the limit if the code will be compared; commits; gives back what was no failure. */
    private Mono<CheckResult> once(VerificationId id, String tenant, OneTimeCode typed) {
        return Mono.deferContextual(context -> store.updateAfter(id, seen -> prepare(seen, tenant, typed, context)))
                .switchIfEmpty(Mono.error(Unknown::verification))
                .map(this::settle);
    }

    private Mono<Function<Verification, Change<Checked>>> prepare(
            Verification seen, String tenant, OneTimeCode typed, ContextView context) {
        if (!seen.belongsTo(tenant)) {
            return Mono.empty();
        }
        return seen.takesCodes(moments.now(context).now()) && !seen.request().isTest() && !isRevoked(seen)
                ? failures.take(seen).map(taken -> rule(typed, taken, context))
                : Mono.just(rule(typed, NOTHING_TAKEN, context));
    }

    private Function<Verification, Change<Checked>> rule(OneTimeCode typed, Takes taken, ContextView context) {
        if (taken.isRefused()) {
            throw taken.refusal();
        }
        return verification -> {
            Moment now = moments.now(context);
            if (verification.takesCodes(now.now()) && isRevoked(verification)) {
                return verification.replaceCode(nextKey(verification), now).map(result -> new Checked(result, taken));
            }
            boolean cameMeanwhile =
                    taken.all().isEmpty() && !verification.request().isTest() && verification.takesCodes(now.now());
            return cameMeanwhile // nothing was taken, so nothing is compared
                    ? Change.none(verification, new Checked(new CheckResult.NotSentYet(verification), taken))
                    : verification
                            .check(code -> isRight(verification, code, typed), now)
                            .map(result -> new Checked(result, taken));
        };
    }

    /** A leaked key is stopped: its holder knows the code. */
    private boolean isRevoked(Verification verification) {
        return !verification.request().isTest()
                && !codes.isUsable(verification.code().keyId());
    }

    /** Null if no message may be sent. */
    private @Nullable String nextKey(Verification verification) {
        return switches.refusal(verification.request().tenant(), verification.target())
                        .isPresent()
                ? null
                : codes.usableKeyId().orElse(null);
    }

    private boolean isRight(Verification verification, Code code, OneTimeCode typed) {
        return verification.request().isTest()
                ? TestTarget.isRight(typed.digits())
                : codes.isRight(verification.id(), code, typed);
    }

    private CheckResult settle(Checked checked) {
        if (!(checked.result() instanceof CheckResult.Incorrect)) {
            failures.giveBack(checked.taken());
        }
        return checked.result();
    }

    private static boolean isEarly(CheckResult result) {
        return result instanceof CheckResult.NotSentYet(var verification) && verification.isQueued();
    }
}
