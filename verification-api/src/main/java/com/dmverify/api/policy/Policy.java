package com.dmverify.api.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of a verification.
 *
 * @param codeDigits 6 to 10; six digits and five tries give a guesser one chance in 200,000
 * @param codeLife from the instant that X accepted the message; NIST SP 800-63B-4, section 3.1.3.2, allows 10 minutes
 * @param challengeLife from the start: time to open the link and send the message
 * @param sendWithin a message that cannot leave within this time is of no use to a person who waits
 * @param reportGrace how much longer the sender's report may take. A sender that dies just before the deadline is taken over:
 *     so it is longer than dm-sender's lease (40s), its search for the message (20s), its three calls to X (30s) and the
 *     hand-over of a partition (10s) together, else the report of a message that did leave finds its verification given up
 * @param waitForUser how long a user may take to follow the brand
 * @param tries wrong codes for each verification
 * @param sends messages for each verification, the first included
 * @param resumes how often a user's follow or message sends a waiting verification again: each costs a call to X
 * @param resendAfter cool-down between messages
 * @param freshCodeBelow a message asked for when less life than this is left carries a new code
 * @param keepTerminal how long the end of a verification stays readable
 * @param keepRequests how long an Idempotency-Key stands for the request that came with it: a client that repeats a request for
 *     longer asks anew
 */
@ConfigurationProperties("dm-verify.policy")
public record Policy(
        @DefaultValue("6") int codeDigits,
        @DefaultValue("10m") Duration codeLife,
        @DefaultValue("10m") Duration challengeLife,
        @DefaultValue("5m") Duration sendWithin,
        @DefaultValue("120s") Duration reportGrace,
        @DefaultValue("30m") Duration waitForUser,
        @DefaultValue("5") int tries,
        @DefaultValue("3") int sends,
        @DefaultValue("5") int resumes,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("2m") Duration freshCodeBelow,
        @DefaultValue("24h") Duration keepTerminal,
        @DefaultValue("24h") Duration keepRequests) {

    private static final Duration LONGEST_CODE_LIFE = Duration.ofMinutes(10);

    public Policy {
        require(codeDigits >= 6 && codeDigits <= 10, "code-digits must be 6 to 10");
        require(positive(codeLife) && codeLife.compareTo(LONGEST_CODE_LIFE) <= 0, "code-life must be at most 10m");
        require(
                positive(challengeLife) && challengeLife.compareTo(LONGEST_CODE_LIFE) <= 0,
                "challenge-life must be at most 10m");
        require(positive(sendWithin), "send-within must be positive");
        require(!reportGrace.isNegative(), "report-grace must not be negative");
        require(positive(waitForUser), "wait-for-user must be positive");
        require(tries >= 1 && tries <= 10, "tries must be 1 to 10");
        require(sends >= 1, "sends must be at least 1");
        require(resumes >= 1, "resumes must be at least 1");
        require(!resendAfter.isNegative(), "resend-after must not be negative");
        require(
                !freshCodeBelow.isNegative() && freshCodeBelow.compareTo(codeLife) < 0,
                "fresh-code-below must be shorter than code-life");
        require(positive(keepRequests), "keep-requests must be positive");
        require(
                keepTerminal.compareTo(longestRun(
                                waitForUser, sendWithin.plus(reportGrace).plus(codeLife), sends))
                        >= 0,
                "keep-terminal must not be shorter than a verification can run");
    }

    /** No verification is pending for longer than this. */
    public Duration longestRun() {
        return longestRun(waitForUser, sendWithin.plus(reportGrace).plus(codeLife), sends);
    }

    /** The wait for the user, and one message more than may be asked for: the one that the wait ends with. */
    private static Duration longestRun(Duration wait, Duration message, int sends) {
        return wait.plus(message.multipliedBy(sends + 1L));
    }

    private static boolean positive(Duration duration) {
        return duration.isPositive();
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("dm-verify.policy: " + rule);
        }
    }
}
