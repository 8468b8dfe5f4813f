package com.dmverify.api.limit;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.store.limit.Usage;
import java.util.Comparator;

/** The problem of a request that a rate limit refuses. */
public final class Limited {

    private Limited() {}

    /** Names the limit whose window ends last. */
    public static Problem by(Take refused) {
        Usage limit = refused.usages().stream()
                .filter(usage -> usage.remaining() == 0)
                .max(Comparator.comparing(Usage::reset))
                .orElseThrow(() -> new IllegalStateException("no limit refused it"));
        return Problem.limited(
                limit.quota().name(),
                "This target was started " + limit.quota().limit() + " times within "
                        + limit.quota().window().toHours() + " h. Show the verification that runs, or come back later.",
                limit.reset(),
                RateLimitFields.of(refused.usages()));
    }
}
