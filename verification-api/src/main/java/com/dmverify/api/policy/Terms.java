package com.dmverify.api.policy;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The numbers of a profile that a verification needs after its start. It keeps them as they were then: a change of the
 * configuration does not concern what runs.
 *
 * @param profile the profile's name
 * @param sendWithin how long a message may wait
 * @param waitForUser how long a user may take to follow the brand
 * @param resumes how often a user's follow or message sends it again
 * @param resendAfter cool-down between messages
 * @param freshCodeBelow a message asked for when less life than this is left carries a new code
 * @param failuresPerTargetDay wrong codes for one person and 24 hours; 0: no limit
 * @param template of the message
 */
public record Terms(
        String profile,
        Duration sendWithin,
        Duration waitForUser,
        int resumes,
        Duration resendAfter,
        Duration freshCodeBelow,
        int failuresPerTargetDay,
        Template template) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int PARTS = 8;

    public Terms {
        if (!NAME.matcher(profile).matches()) {
            throw new IllegalArgumentException("dm-verify.policies: the name '" + profile
                    + "' is not possible. A name has 1 to 40 small letters, digits and hyphens");
        }
    }

    static Terms of(String profile, Policy policy, ProfileLimits limits, Template template) {
        return new Terms(
                profile,
                policy.sendWithin(),
                policy.waitForUser(),
                policy.resumes(),
                policy.resendAfter(),
                policy.freshCodeBelow(),
                limits.failuresPerTargetDay(),
                template);
    }

    /** As it is kept: the parts in their order, times in milliseconds, divided by spaces. */
    public String text() {
        return String.join(
                " ",
                profile,
                Long.toString(sendWithin.toMillis()),
                Long.toString(waitForUser.toMillis()),
                Integer.toString(resumes),
                Long.toString(resendAfter.toMillis()),
                Long.toString(freshCodeBelow.toMillis()),
                Integer.toString(failuresPerTargetDay),
                template.wire());
    }

    /**
     * What {@link #text} wrote; parts that a later release adds behind them are ignored.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Terms read(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("the terms have " + parts.length + " parts");
        }
        return new Terms(
                parts[0],
                millis(parts[1]),
                millis(parts[2]),
                Integer.parseInt(parts[3]),
                millis(parts[4]),
                millis(parts[5]),
                Integer.parseInt(parts[6]),
                Template.ofWire(parts[7]));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
