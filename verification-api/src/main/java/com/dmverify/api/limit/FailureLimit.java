package com.dmverify.api.limit;

import com.dmverify.api.policy.Terms;
import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.store.limit.Counter;
import com.dmverify.api.store.limit.Counters;
import com.dmverify.api.store.limit.Quota;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Limits the wrong codes for one person over all verifications of a tenant. A failure is taken before the code is compared, and
 * given back when it was none: a crash between the two counts one too many, and never one too few.
 */
public final class FailureLimit {

    private final Counters counters;
    private final int perTargetDay;

    /** @param perTargetDay for a verification without terms of its own */
    FailureLimit(Counters counters, int perTargetDay) {
        this.counters = counters;
        this.perTargetDay = perTargetDay;
    }

    /** Counts a failure of the person whom this verification is about. An error: nothing is known of it. */
    public Mono<Takes> take(Verification verification) {
        Terms terms = verification.request().terms();
        List<Quota> quotas = Quotas.failures(terms == null ? perTargetDay : terms.failuresPerTargetDay());
        return counters.take(new Counter(subject(verification), quotas)).map(take -> new Takes(List.of(take)));
    }

    /** Gives back what was no failure, and returns at once. */
    public void giveBack(Takes takes) {
        takes.all().forEach(counters::giveBack);
    }

    private static String subject(Verification verification) {
        Target target = verification.target();
        UserId id = target.userId();
        Handle handle = target.handle();
        return KeyHash.of(
                "failures",
                verification.request().tenant(),
                id == null ? null : id.value(),
                id != null || handle == null ? null : handle.canonical());
    }
}
