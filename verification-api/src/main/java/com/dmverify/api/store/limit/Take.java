package com.dmverify.api.store.limit;

import java.util.List;

/**
 * What came of taking one use of some quotas.
 *
 * @param taken whether it was taken: of all or of none
 * @param usages of each quota, after it
 */
public record Take(boolean taken, List<Usage> usages) {

    public Take {
        usages = List.copyOf(usages);
    }
}
