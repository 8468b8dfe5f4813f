package com.dmverify.api.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of a profile ({@code dm-verify.policies.<name>}); what it leaves out is as in {@link Policy}, and
 * for the limits as in {@code dm-verify.limits}.
 *
 * @param template standard, or brief: without the line that says what the code is for
 * @param consentRequired whether a start that may send a message needs {@code consent}
 */
public record ProfileSettings(
        @Nullable Integer codeDigits,
        @Nullable Duration codeLife,
        @Nullable Duration challengeLife,
        @Nullable Duration sendWithin,
        @Nullable Duration waitForUser,
        @Nullable Integer tries,
        @Nullable Integer sends,
        @Nullable Integer resumes,
        @Nullable Duration resendAfter,
        @Nullable Duration freshCodeBelow,
        @Nullable Template template,
        @Nullable Boolean consentRequired,
        @Nullable Limits limits) {

    /** Of {@code dm-verify.limits}, for this profile. */
    public record Limits(
            @Nullable Integer startsPerTargetHour,
            @Nullable Integer startsPerTargetDay,
            @Nullable Integer failuresPerTargetDay,
            @Nullable Integer startsPerClientIpHour) {}

    private static final Limits NO_LIMITS = new Limits(null, null, null, null);

    /** Nothing differs. */
    static final ProfileSettings NONE =
            new ProfileSettings(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** For what must not fall into wrong hands: longer codes that live shorter, and no message without a consent. */
    static final ProfileSettings STRICT = new ProfileSettings(
            8,
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            null,
            null,
            3,
            null,
            null,
            Duration.ofMinutes(2),
            null,
            null,
            true,
            new Limits(2, 5, 5, 10));

    /** The profile of that name: what is set here, else what the other one has. */
    PolicyProfile over(PolicyProfile other, String name) {
        try {
            return PolicyProfile.of(
                    name,
                    numbers(other.numbers()),
                    limits(other.limits()),
                    either(consentRequired, other.consentRequired()),
                    either(template, other.terms().template()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("dm-verify.policies." + name + ": " + e.getMessage(), e);
        }
    }

    private Policy numbers(Policy other) {
        return new Policy(
                either(codeDigits, other.codeDigits()),
                either(codeLife, other.codeLife()),
                either(challengeLife, other.challengeLife()),
                either(sendWithin, other.sendWithin()),
                other.reportGrace(),
                either(waitForUser, other.waitForUser()),
                either(tries, other.tries()),
                either(sends, other.sends()),
                either(resumes, other.resumes()),
                either(resendAfter, other.resendAfter()),
                either(freshCodeBelow, other.freshCodeBelow()),
                other.keepTerminal(),
                other.keepRequests());
    }

    private ProfileLimits limits(ProfileLimits other) {
        Limits set = limits == null ? NO_LIMITS : limits;
        return new ProfileLimits(
                either(set.startsPerTargetHour(), other.startsPerTargetHour()),
                either(set.startsPerTargetDay(), other.startsPerTargetDay()),
                either(set.failuresPerTargetDay(), other.failuresPerTargetDay()),
                either(set.startsPerClientIpHour(), other.startsPerClientIpHour()));
    }

    private static <T> T either(@Nullable T set, T other) {
        return set == null ? other : set;
    }
}
