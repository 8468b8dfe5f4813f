package com.dmverify.api.store.limit;

import java.util.List;

/**
 * What came of taking one use of a counter.
 *
 * @param isTaken in all of its windows; false: in none, because a quota is used up
 * @param usages of each quota, after it
 */
public record Take(Counter counter, boolean isTaken, List<Usage> usages) {

    public Take {
        usages = List.copyOf(usages);
    }

    /** How the counter stands when what was taken is given back. */
    public Take givenBack() {
        return isTaken
                ? new Take(counter, true, usages.stream().map(Usage::oneMore).toList())
                : this;
    }
}
