package com.dmverify.sandbox.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * X's limits at the start; 0 is no limit. Source: for v2, X's rate limit table of August 2026; for v1.1, the page of
 * {@code direct_messages/events/new}.
 *
 * @param dm15min DMs of one user in the short window
 * @param dm24h DMs of one user in the long window
 * @param dm24hApp DMs of one app in the long window
 * @param v1Dm15min the same of v1.1, which has no short window
 * @param v1Dm24h the same of v1.1
 * @param v1Dm24hApp the same of v1.1
 * @param window15min length of the short window; shorter only for tests
 * @param window24h length of the long window; shorter only for tests
 * @param reads whether the other calls have X's limits as well
 */
@ConfigurationProperties("x-sandbox.limits")
record LimitProperties(
        @Name("dm-15min") @DefaultValue("15") int dm15min,
        @Name("dm-24h") @DefaultValue("1440") int dm24h,
        @Name("dm-24h-app") @DefaultValue("1440") int dm24hApp,
        @Name("v1-dm-15min") @DefaultValue("0") int v1Dm15min,
        @Name("v1-dm-24h") @DefaultValue("1000") int v1Dm24h,
        @Name("v1-dm-24h-app") @DefaultValue("15000") int v1Dm24hApp,
        @Name("window-15min") @DefaultValue("PT15M") Duration window15min,
        @Name("window-24h") @DefaultValue("PT24H") Duration window24h,
        @DefaultValue("true") boolean reads) {

    Limits limits() {
        return new Limits(
                new DmLimits(dm15min, dm24h, dm24hApp),
                new DmLimits(v1Dm15min, v1Dm24h, v1Dm24hApp),
                window15min,
                window24h,
                reads);
    }
}
