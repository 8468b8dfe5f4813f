package com.dmverify.api.outbox;

import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.policy.Terms;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Function;

/**
 * Counts how far verifications come, by tenant and mode; those of tests are not counted.
 *
 * <pre>
 * dm.verify.funnel{step, tenant, mode}   each step at most once for each verification
 *     requested &gt;= sent &gt;= seen        sent: X accepted the first message, or may have; seen: it was read, where X reports that
 *     requested &gt;= checked &gt;= verified  checked: a code was compared for the first time, or the challenge arrived
 * </pre>
 *
 * Both labels are bounded: tenants are configured, and there are three modes.
 */
final class Funnel implements CommitObserver {

    private final MeterRegistry meters;
    private final Function<String, Policy> profiles;

    /** @param profiles the numbers of the profile with this name */
    Funnel(MeterRegistry meters, Function<String, Policy> profiles) {
        this.meters = meters;
        this.profiles = profiles;
    }

    @Override
    public void committed(Change<?> change, List<OutboxEntry> entries) {
        Verification before = change.before();
        Verification after = change.after();
        if (after.request().isTest()) {
            return;
        }
        if (has(change, VerificationEvent.Type.OPENED)) {
            count(after, "requested");
        }
        if (!before.code().isOut() && after.code().isOut() && after.code().version() == 1) {
            count(after, "sent");
        }
        if (before.delivery().status() != DeliveryStatus.SEEN
                && after.delivery().status() == DeliveryStatus.SEEN
                && before.remaining().sends() == numbersOf(before).sends() - 1) {
            count(after, "seen");
        }
        boolean verified = has(change, VerificationEvent.Type.SUCCEEDED);
        if ((verified || has(change, VerificationEvent.Type.INCORRECT)) && isUnchecked(before)) {
            count(after, "checked");
        }
        if (verified) {
            count(after, "verified");
        }
    }

    /** One that is pending without a try never had one: there is no message, and its challenge is its only proof. */
    private boolean isUnchecked(Verification before) {
        int tries = before.remaining().tries();
        return tries == numbersOf(before).tries() || tries == 0;
    }

    private Policy numbersOf(Verification verification) {
        Terms terms = verification.request().terms();
        return profiles.apply(terms == null ? Policies.STANDARD : terms.profile());
    }

    private static boolean has(Change<?> change, VerificationEvent.Type type) {
        return change.events().stream().anyMatch(event -> event.type() == type);
    }

    private void count(Verification verification, String step) {
        meters.counter(
                        "dm.verify.funnel",
                        "step",
                        step,
                        "tenant",
                        verification.request().tenant(),
                        "mode",
                        verification.request().mode().wire())
                .increment();
    }
}
