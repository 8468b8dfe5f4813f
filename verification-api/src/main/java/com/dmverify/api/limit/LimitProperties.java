package com.dmverify.api.limit;

import com.dmverify.api.policy.ProfileLimits;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits that a tenant shares over all replicas, and one that each replica has for itself; 0 switches one off. A profile
 * ({@code dm-verify.policies.<name>.limits}) can change the former.
 *
 * @param startsPerTargetHour starts for one target and hour: a person who asked for one code rarely needs a third, and a
 *     stranger who types another's name can bother them no more often
 * @param startsPerTargetDay starts for one target and 24 hours
 * @param failuresPerTargetDay wrong codes for one person and 24 hours, over all verifications of the tenant: who guesses does
 *     not get more guesses by more starts
 * @param requestsPerKeySecond requests of one API key in this replica; twice as many at once after a pause
 * @param startsPerClientIpHour starts for one {@code client_ip}, if the platform names it, and hour: one visitor of the platform
 *     cannot bother many people
 */
@ConfigurationProperties("dm-verify.limits")
record LimitProperties(
        @DefaultValue("3") int startsPerTargetHour,
        @DefaultValue("10") int startsPerTargetDay,
        @DefaultValue("10") int failuresPerTargetDay,
        @DefaultValue("1000") int requestsPerKeySecond,
        @DefaultValue("20") int startsPerClientIpHour) {

    LimitProperties {
        if (Stream.of(
                        startsPerTargetHour,
                        startsPerTargetDay,
                        failuresPerTargetDay,
                        requestsPerKeySecond,
                        startsPerClientIpHour)
                .anyMatch(limit -> limit < 0)) {
            throw new IllegalArgumentException("dm-verify.limits: a limit is 0 (off) or more");
        }
    }

    /** Those that a profile can change. */
    ProfileLimits ofProfile() {
        return new ProfileLimits(startsPerTargetHour, startsPerTargetDay, failuresPerTargetDay, startsPerClientIpHour);
    }
}
