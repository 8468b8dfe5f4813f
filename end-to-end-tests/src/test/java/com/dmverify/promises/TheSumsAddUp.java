package com.dmverify.promises;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.promises.evidence.Order;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When nothing waits any more: requested = sent + refused + missed, and what was sent is what X has. */
final class TheSumsAddUp implements Promise {

    @Override
    public List<String> broken(Evidence soFar) {
        return soFar.heard().deadLetters().stream()
                .map("a dead letter: "::concat)
                .toList();
    }

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
        long sent = outcomes(all).getOrDefault(DmOutcome.SENT, 0);
        if (sent != all.x().dms().size()) {
            owed.add("%d were sent, and X has %d".formatted(sent, all.x().dms().size()));
        }
        return owed;
    }

    /** How many orders had which outcome. */
    static Map<DmOutcome, Integer> outcomes(Evidence evidence) {
        Map<DmOutcome, Integer> outcomes = new EnumMap<>(DmOutcome.class);
        evidence.heard().attempts().values().stream()
                .flatMap(Set::stream)
                .forEach(attempt -> outcomes.merge(attempt.getOutcome(), 1, Integer::sum));
        return outcomes;
    }
}
