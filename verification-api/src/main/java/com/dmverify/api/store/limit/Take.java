package com.dmverify.api.store.limit;

import java.util.List;

/**
 * What came of taking one use of some quotas.
 *
 * @param usages of each quota, after it
 */
public record Take(Outcome outcome, List<Usage> usages) {

    /** Of all quotas or of none. */
    public enum Outcome {
        /** It was taken now. */
        TAKEN,
        /** It had been taken before, under the same name: it is counted once. */
        HELD,
        /** It was not taken: a quota is used up. */
        USED_UP
    }

    public Take {
        usages = List.copyOf(usages);
    }

    /** Whether the use is counted. */
    public boolean isCounted() {
        return outcome != Outcome.USED_UP;
    }
}
