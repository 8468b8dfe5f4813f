package com.dmverify.benchmarks.deployment;

import java.util.Map;

/** Properties of the services that differ from those that they are shipped with. */
final class Settings {

    /** Otherwise a known code key, and a Redis and a broker without a second machine, are refused. */
    static final Map<String, Object> SERVICE = Map.of("dm-verify.demo", true, "dm-verify.durability", "relaxed");

    /** Limits that are switched on and never reached: counting is part of the work of a request. */
    static final Map<String, Object> LIMITS = Map.of(
            "dm-verify.limits.starts-per-target-hour", 1_000_000,
            "dm-verify.limits.starts-per-target-day", 1_000_000,
            "dm-verify.limits.failures-per-target-day", 1_000_000,
            "dm-verify.limits.requests-per-key-second", 1_000_000,
            "dm-verify.limits.starts-per-client-ip-hour", 1_000_000,
            // Nothing may expire during a run: its event would be counted as one of the load.
            "dm-verify.policy.send-within", "2h");

    private Settings() {}
}
