package com.dmverify.guarantees;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.guarantees.evidence.DispatchId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order has at most one interim report. When no order waits any more, each has a final report and each report an order. */
final class EveryOrderIsReported implements Guarantee {

    @Override
    public List<String> violations(Evidence soFar) {
        return soFar.kafka().interim().entrySet().stream()
                .filter(order -> order.getValue().size() > 1)
                .map(order -> order.getKey() + " has several interim reports: " + order.getValue())
                .toList();
    }

    @Override
    public List<String> missing(Evidence all) {
        List<String> missing = new ArrayList<>();
        Map<DispatchId, Set<DmAttempted>> attempts = all.kafka().attempts();
        all.kafka().orders().keySet().stream()
                .filter(order -> !attempts.containsKey(order))
                .forEach(order -> missing.add(order + " has no report"));
        attempts.keySet().stream()
                .filter(order -> !all.kafka().orders().containsKey(order))
                .forEach(order -> missing.add(order + " was reported, but never ordered"));
        return missing;
    }

    /** The number of orders by outcome. */
    static Map<DmOutcome, Integer> outcomes(Evidence evidence) {
        Map<DmOutcome, Integer> outcomes = new EnumMap<>(DmOutcome.class);
        evidence.outcomes().forEach(attempt -> outcomes.merge(attempt.getOutcome(), 1, Integer::sum));
        return outcomes;
    }
}
