package com.dmverify.api.limit;

import com.dmverify.api.policy.ProfileLimits;
import com.dmverify.api.store.limit.Quota;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The quotas of a profile's limits; a limit of 0 is none. */
final class Quotas {

    /** Names of the limits of a target begin so. */
    private static final String PER_TARGET = "starts-per-target-";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Quotas() {}

    static List<Quota> startsPerTarget(ProfileLimits limits) {
        return Stream.of(
                        quota(PER_TARGET + "hour", limits.startsPerTargetHour(), HOUR),
                        quota(PER_TARGET + "day", limits.startsPerTargetDay(), DAY))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether it is a limit of a target, of whatever profile. */
    static boolean isOfTarget(Quota quota) {
        return quota.name().startsWith(PER_TARGET);
    }

    static List<Quota> startsPerClientIp(ProfileLimits limits) {
        return quota("starts-per-client-ip-hour", limits.startsPerClientIpHour(), HOUR);
    }

    static List<Quota> failures(int perTargetDay) {
        return quota("failures-per-target-day", perTargetDay, DAY);
    }

    private static List<Quota> quota(String name, int limit, Duration window) {
        return limit == 0 ? List.of() : List.of(new Quota(name, limit, window));
    }
}
