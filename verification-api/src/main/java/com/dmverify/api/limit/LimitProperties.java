package com.dmverify.api.limit;

import com.dmverify.api.store.limit.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits that a tenant shares over all replicas; 0 switches one off, for a load test.
 *
 * @param startsPerTargetHour starts for one target and hour: a person who asked for one code rarely needs a third, and a
 *     stranger who types another's name can bother them no more often
 * @param startsPerTargetDay starts for one target and 24 hours
 */
@ConfigurationProperties("dm-verify.limits")
record LimitProperties(
        @DefaultValue("3") int startsPerTargetHour,
        @DefaultValue("10") int startsPerTargetDay) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    LimitProperties {
        if (startsPerTargetHour < 0 || startsPerTargetDay < 0) {
            throw new IllegalArgumentException("dm-verify.limits: a limit is 0 (off) or more");
        }
    }

    List<Quota> starts() {
        List<Quota> quotas = new ArrayList<>();
        if (startsPerTargetHour > 0) {
            quotas.add(new Quota("starts-per-target-hour", startsPerTargetHour, HOUR));
        }
        if (startsPerTargetDay > 0) {
            quotas.add(new Quota("starts-per-target-day", startsPerTargetDay, DAY));
        }
        return quotas;
    }
}
