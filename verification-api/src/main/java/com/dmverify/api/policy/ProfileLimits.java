package com.dmverify.api.policy;

/**
 * The limits of a profile; 0 switches one off.
 *
 * @param startsPerTargetHour starts for one target and hour
 * @param startsPerTargetDay starts for one target and 24 hours
 * @param failuresPerTargetDay wrong codes for one person and 24 hours, over all verifications of the tenant
 * @param startsPerClientIpHour starts for one {@code client_ip} and hour
 */
public record ProfileLimits(
        int startsPerTargetHour, int startsPerTargetDay, int failuresPerTargetDay, int startsPerClientIpHour) {

    public ProfileLimits {
        if (Math.min(
                        Math.min(startsPerTargetHour, startsPerTargetDay),
                        Math.min(failuresPerTargetDay, startsPerClientIpHour))
                < 0) {
            throw new IllegalArgumentException("a limit is 0 (off) or more");
        }
    }
}
