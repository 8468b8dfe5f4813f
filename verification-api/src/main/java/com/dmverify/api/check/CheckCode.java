package com.dmverify.api.check;

import static com.dmverify.api.store.VerificationStore.ifOf;

import com.dmverify.api.code.Codes;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.CheckResult;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.OneTimeCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Compares a code that the user typed. */
@Component
class CheckCode {

    private final VerificationStore store;
    private final Moments moments;
    private final Codes codes;
    private final ChangeAwaiter changes;

    CheckCode(VerificationStore store, Moments moments, Codes codes, ChangeAwaiter changes) {
        this.store = store;
        this.moments = moments;
        this.codes = codes;
        this.changes = changes;
    }

    /**
     * What came of the check. A code that was typed the moment it arrived may be faster than dm-sender's report: such a check
     * waits for the report for a short time.
     *
     * @throws Problem through the Mono, if there is no such verification
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

    private Mono<CheckResult> once(VerificationId id, String tenant, OneTimeCode typed) {
        return Mono.deferContextual(context -> store.update(
                        id,
                        ifOf(
                                tenant,
                                verification -> verification.check(
                                        code -> codes.isRight(id, code, typed), moments.now(context)))))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(Unknown::verification));
    }

    private static boolean isEarly(CheckResult result) {
        return result instanceof CheckResult.NotSentYet(var verification) && verification.isQueued();
    }
}
