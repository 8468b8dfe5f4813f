package com.dmverify.promises;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.promises.evidence.Order;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When nothing waits any more: requested = sent + refused + missed. */
final class TheSumsAddUp implements Promise {

    @Override
    public List<String> owed(Evidence all) {
        List<String> owed = new ArrayList<>();
        Map<Order, Set<DmAttempted>> attempts = all.heard().attempts();
        all.heard().orders().keySet().stream()
                .filter(order -> !attempts.containsKey(order))
                .forEach(order -> owed.add(order + " was requested, and nobody knows what became of it"));
        attempts.keySet().stream()
                .filter(order -> !all.heard().orders().containsKey(order))
                .forEach(order -> owed.add(order + " was answered, and nobody asked for it"));
        return owed;
    }

    /** How many orders had which outcome. */
    static Map<DmOutcome, Integer> outcomes(Evidence evidence) {
        Map<DmOutcome, Integer> outcomes = new EnumMap<>(DmOutcome.class);
        evidence.outcomes().forEach(attempt -> outcomes.merge(attempt.getOutcome(), 1, Integer::sum));
        return outcomes;
    }
}
