package com.dmverify.api.policy;

/**
 * A named set of numbers and rules. A tenant has one, and each of its verifications keeps what it began with.
 *
 * @param numbers of a verification
 * @param limits of starts and failures
 * @param consentRequired whether a start that may send a message names the consent that the platform took
 * @param terms what a verification keeps of it
 */
public record PolicyProfile(Policy numbers, ProfileLimits limits, boolean consentRequired, Terms terms) {

    /** With this name. */
    public static PolicyProfile of(
            String name, Policy numbers, ProfileLimits limits, boolean consentRequired, Template template) {
        return new PolicyProfile(numbers, limits, consentRequired, Terms.of(name, numbers, limits, template));
    }

    /** Its name. */
    public String name() {
        return terms.profile();
    }
}
