package com.dmverify.sandbox.person;

import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** A directed relation between users: the follows, or the blocks. */
public class DirectedRelation {

    private final ConcurrentMap<Long, NavigableSet<Long>> targets = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, NavigableSet<Long>> sources = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, AtomicInteger> targetCounts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, AtomicInteger> sourceCounts = new ConcurrentHashMap<>();

    /** Returns false if it existed already. */
    public boolean add(long source, long target) {
        sources.computeIfAbsent(target, id -> new ConcurrentSkipListSet<>()).add(source);
        boolean added = targets.computeIfAbsent(source, id -> new ConcurrentSkipListSet<>())
                .add(target);
        count(source, target, added ? 1 : 0);
        return added;
    }

    /** Returns false if it did not exist. */
    public boolean remove(long source, long target) {
        sourcesOf(target).remove(source);
        boolean removed = targetsOf(source).remove(target);
        count(source, target, removed ? -1 : 0);
        return removed;
    }

    /** Keeps the counts, because the size of a skip list takes linear time. */
    private void count(long source, long target, int change) {
        targetCounts.computeIfAbsent(source, id -> new AtomicInteger()).addAndGet(change);
        sourceCounts.computeIfAbsent(target, id -> new AtomicInteger()).addAndGet(change);
    }

    public boolean has(long source, long target) {
        Set<Long> of = targets.get(source);
        return of != null && of.contains(target);
    }

    public NavigableSet<Long> targetsOf(long source) {
        return targets.getOrDefault(source, new ConcurrentSkipListSet<>());
    }

    public NavigableSet<Long> sourcesOf(long target) {
        return sources.getOrDefault(target, new ConcurrentSkipListSet<>());
    }

    public int countTargets(long source) {
        AtomicInteger counter = targetCounts.get(source);
        return counter == null ? 0 : counter.intValue();
    }

    public int countSources(long target) {
        AtomicInteger counter = sourceCounts.get(target);
        return counter == null ? 0 : counter.intValue();
    }

    void clear() {
        targetCounts.clear();
        sourceCounts.clear();
        targets.clear();
        sources.clear();
    }
}
