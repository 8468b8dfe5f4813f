package com.dmverify.api.limit;

import com.dmverify.api.store.limit.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The header fields with the limits and what is left: {@code RateLimit-Policy: "starts-per-target-hour";q=3;w=3600} and
 * {@code RateLimit: "starts-per-target-hour";r=2;t=3600}. Source: draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4.
 */
public final class RateLimitFields {

    private RateLimitFields() {}

    /** By name; none without limits. */
    public static Map<String, String> of(List<Usage> usages) {
        return usages.isEmpty()
                ? Map.of()
                : Map.of(
                        "RateLimit-Policy",
                        usages.stream().map(RateLimitFields::policy).collect(Collectors.joining(", ")),
                        "RateLimit",
                        usages.stream().map(RateLimitFields::state).collect(Collectors.joining(", ")));
    }

    private static String policy(Usage usage) {
        return "\"" + usage.quota().name() + "\";q=" + usage.quota().limit() + ";w="
                + usage.quota().window().toSeconds();
    }

    private static String state(Usage usage) {
        return "\"" + usage.quota().name() + "\";r=" + usage.remaining() + ";t=" + seconds(usage.reset());
    }

    /** Rounded up: a client that comes back then is not refused again. */
    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
