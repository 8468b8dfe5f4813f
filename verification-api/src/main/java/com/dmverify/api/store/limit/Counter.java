package com.dmverify.api.store.limit;

import java.util.List;

/**
 * Uses of one thing, counted in one or more windows: one key in Redis.
 *
 * @param subject whose uses are counted, as a hash
 * @param quotas how many are allowed, each in a window of another length; none: nothing is counted
 */
public record Counter(String subject, List<Quota> quotas) {

    public Counter {
        quotas = List.copyOf(quotas);
    }

    String key() {
        return "verification-limits:{" + subject + "}";
    }
}
