package com.dmverify.api.limit;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.limit.Take;
import com.dmverify.api.store.limit.Usage;
import java.util.List;

/**
 * What came of taking one use of each counter that a request needs.
 *
 * @param all one for each counter
 */
public record Takes(List<Take> all) {

    public Takes {
        all = List.copyOf(all);
    }

    /** Whether a counter refused it. */
    public boolean isRefused() {
        for (Take take : all) {
            if (!take.isTaken()) {
                return true;
            }
        }
        return false;
    }

    /** How they stand when what was taken is given back. */
    public Takes givenBack() {
        return new Takes(all.stream().map(Take::givenBack).toList());
    }

    /** The problem of the request that was refused. */
    public Problem refusal() {
        return Limited.by(all.stream()
                .filter(take -> !take.isTaken())
                .flatMap(take -> take.usages().stream())
                .toList());
    }

    /** How all limits stand. */
    public List<Usage> usages() {
        return all.size() == 1
                ? all.getFirst().usages()
                : all.stream().flatMap(take -> take.usages().stream()).toList();
    }
}
