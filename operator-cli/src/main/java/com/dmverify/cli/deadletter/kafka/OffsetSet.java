package com.dmverify.cli.deadletter.kafka;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of offsets that keeps consecutive ones as one entry: a million in a row need no more memory than one. */
final class OffsetSet {

    /** First offset to last offset, both inclusive. No two ranges touch. */
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

    /** The number of entries. */
    int size() {
        return ranges.size();
    }
}
