package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.verification.Moment;
import java.time.Clock;
import reactor.util.context.ContextView;

/** What a rule needs to know of the moment in which it runs. */
public final class Moments {

    private final Clock clock;
    private final Policy policy;

    public Moments(Clock clock, Policy policy) {
        this.clock = clock;
        this.policy = policy;
    }

    /** The same for what begins under these numbers. */
    public Moment now(ContextView context, Policy numbers) {
        return new Moment(clock.instant(), numbers, CurrentTrace.in(context).orElse(null));
    }

    /** This moment, with the trace of the work that runs. */
    public Moment now(ContextView context) {
        return new Moment(clock.instant(), policy, CurrentTrace.in(context).orElse(null));
    }
}
