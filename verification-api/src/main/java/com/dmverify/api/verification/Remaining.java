package com.dmverify.api.verification;

import java.time.Instant;

/**
 * What the user may still do.
 *
 * @param tries wrong codes left
 * @param sends messages left
 * @param nextSendAt when the next message may be asked for
 */
public record Remaining(int tries, int sends, Instant nextSendAt) {

    /** At the start, when the first message is ordered. */
    static Remaining first(Moment moment) {
        return new Remaining(
                moment.policy().tries(),
                moment.policy().sends() - 1,
                moment.now().plus(moment.policy().resendAfter()));
    }

    /** There is no message, and so no code to try. */
    static Remaining none(Moment moment) {
        return new Remaining(0, 0, moment.now());
    }

    Remaining afterATry() {
        return new Remaining(tries - 1, sends, nextSendAt);
    }

    Remaining afterASend(Instant next) {
        return new Remaining(tries, sends - 1, next);
    }
}
