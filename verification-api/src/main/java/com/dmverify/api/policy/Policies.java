package com.dmverify.api.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The profiles by name: {@code standard} has the numbers of {@code dm-verify.policy} and {@code dm-verify.limits}, {@code
 * strict} is stricter, and an operator may change both and add others.
 */
public final class Policies {

    /** Of a tenant that names none. */
    public static final String STANDARD = "standard";

    private static final String STRICT = "strict";

    private final Map<String, PolicyProfile> byName = new HashMap<>();

    /**
     * All profiles.
     *
     * @throws IllegalArgumentException if one cannot be
     */
    public Policies(Policy numbers, ProfileLimits limits, Map<String, ProfileSettings> configured) {
        PolicyProfile base = PolicyProfile.of(STANDARD, numbers, limits, false, Template.STANDARD);
        PolicyProfile standard =
                configured.getOrDefault(STANDARD, ProfileSettings.NONE).over(base, STANDARD);
        byName.put(STANDARD, standard);
        byName.put(
                STRICT,
                configured
                        .getOrDefault(STRICT, ProfileSettings.NONE)
                        .over(ProfileSettings.STRICT.over(standard, STRICT), STRICT));
        configured.forEach((name, settings) -> byName.computeIfAbsent(name, key -> settings.over(standard, key)));
    }

    /**
     * The profile of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PolicyProfile named(String name) {
        PolicyProfile profile = byName.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("dm-verify.policies has no '" + name + "', but " + byName.keySet());
        }
        return profile;
    }

    /** No message of any profile waits for longer than this. */
    public Duration longestWait() {
        return byName.values().stream()
                .map(profile -> profile.numbers().sendWithin())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** No verification of any profile is pending for longer than this. */
    public Duration longestRun() {
        return byName.values().stream()
                .map(profile -> profile.numbers().longestRun())
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
