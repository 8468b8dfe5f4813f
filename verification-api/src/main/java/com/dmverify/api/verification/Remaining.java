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

    Remaining afterATry() {
        return new Remaining(tries - 1, sends, nextSendAt);
    }

    Remaining afterASend(Instant next) {
        return new Remaining(tries, sends - 1, next);
    }
}
