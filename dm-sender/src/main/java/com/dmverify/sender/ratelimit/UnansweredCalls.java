package com.dmverify.sender.ratelimit;

import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Names of calls that were taken from a budget without an answer: it may have counted them, and X was not called. The next
 * call of the budget gets the name, so that the two count once. Each replica has its own. Thread-safe.
 */
final class UnansweredCalls {

    private final Map<BudgetKey, Queue<String>> names = new ConcurrentHashMap<>();

    /** The name of the next call of this budget. */
    String nextName(BudgetKey budget) {
        Queue<String> unanswered = names.get(budget);
        String name = unanswered == null ? null : unanswered.poll();
        return name == null ? UUID.randomUUID().toString() : name;
    }

    /** The budget did not answer when the call of this name was taken. */
    void add(BudgetKey budget, String name) {
        names.computeIfAbsent(budget, _ -> new ConcurrentLinkedQueue<>()).add(name);
    }
}
