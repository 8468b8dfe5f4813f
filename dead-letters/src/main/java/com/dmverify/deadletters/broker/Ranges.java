package com.dmverify.deadletters.broker;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of offsets, small where they follow one another: a million in a row is one entry. */
final class Ranges {

    /** First to last, both included. No two touch. */
    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    boolean contains(long offset) {
        Map.Entry<Long, Long> below = ranges.floorEntry(offset);
        return below != null && below.getValue() >= offset;
    }

    void add(long offset) {
        if (contains(offset)) {
            return;
        }
        long first = offset;
        Map.Entry<Long, Long> below = ranges.lowerEntry(offset);
        if (below != null && below.getValue() == offset - 1) {
            first = below.getKey();
        }
        Long last = ranges.remove(offset + 1);
        ranges.put(first, last == null ? offset : last);
    }

    /** How many entries it takes. */
    int size() {
        return ranges.size();
    }
}
