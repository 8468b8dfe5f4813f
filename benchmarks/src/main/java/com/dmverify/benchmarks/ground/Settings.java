package com.dmverify.benchmarks.ground;

import java.util.Map;

/** What every service is told here, besides its own. */
final class Settings {

    /**
     * A known code key and a Redis and a broker without a second machine are refused otherwise. Nothing limits a load that
     * comes from one tenant and goes to few people.
     */
    static final Map<String, Object> LOAD = Map.of(
            "dm-verify.demo", true,
            "dm-verify.durability", "relaxed",
            "dm-verify.limits.starts-per-target-hour", 0,
            "dm-verify.limits.starts-per-target-day", 0,
            "dm-verify.limits.failures-per-target-day", 0,
            "dm-verify.limits.requests-per-key-second", 0,
            "dm-verify.limits.starts-per-client-ip-hour", 0,
            "dm-verify.limits.dms-per-person-hour", 0);

    private Settings() {}
}
