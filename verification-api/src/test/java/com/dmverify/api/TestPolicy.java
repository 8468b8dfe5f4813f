package com.dmverify.api;

import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.policy.PolicyProfile;
import com.dmverify.api.policy.ProfileLimits;
import com.dmverify.api.policy.Template;
import java.time.Duration;
import java.util.Map;

/** The product's default numbers. */
public final class TestPolicy {

    public static final Policy DEFAULT = new Policy(
            6,
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(120),
            Duration.ofMinutes(30),
            5,
            3,
            5,
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofHours(24),
            Duration.ofHours(24));

    /** The profile of a tenant that names none. */
    public static final PolicyProfile PROFILE =
            PolicyProfile.of("standard", DEFAULT, new ProfileLimits(3, 10, 10, 20), false, Template.STANDARD);

    public static final Policies POLICIES = new Policies(DEFAULT, PROFILE.limits(), Map.of());

    private TestPolicy() {}
}
