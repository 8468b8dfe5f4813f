package com.dmverify.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counters since the start: accepted DMs, rejected calls by status, and ended deliveries. */
@Component
public class Stats implements Resettable {

    private final LongAdder dms = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final ConcurrentMap<Integer, LongAdder> rejected = new ConcurrentHashMap<>();

    /** Counts an accepted DM of an app. */
    public void dm(boolean isDuplicate) {
        dms.increment();
        if (isDuplicate) {
            duplicates.increment();
        }
    }

    public void rejected(int status) {
        rejected.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    public void delivered() {
        delivered.increment();
    }

    public void failed() {
        failed.increment();
    }

    public long dms() {
        return dms.sum();
    }

    public long duplicates() {
        return duplicates.sum();
    }

    public Map<String, Long> rejected() {
        Map<String, Long> byStatus = new TreeMap<>();
        rejected.forEach((status, count) -> byStatus.put(status.toString(), count.sum()));
        return byStatus;
    }

    public Map<String, Long> webhooks() {
        return new TreeMap<>(Map.of("delivered", delivered.sum(), "failed", failed.sum()));
    }

    @Override
    public void reset() {
        dms.reset();
        duplicates.reset();
        delivered.reset();
        failed.reset();
        rejected.clear();
    }
}
