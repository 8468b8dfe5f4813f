package com.dmverify.api.verification;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a rule needs to know beside the verification.
 *
 * @param now by this service's clock, in whole milliseconds, as every time of a verification
 * @param policy the numbers
 * @param trace of the request or record that causes the change; null when it happens by itself
 */
public record Moment(Instant now, Policy policy, @Nullable Trace trace) {

    /** X's clock and ours may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    public Moment {
        now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether something that X dates was surely before an instant of ours. */
    boolean isBefore(Instant dated, Instant ours) {
        return dated.plus(CLOCKS_DIFFER).isBefore(ours);
    }
}
