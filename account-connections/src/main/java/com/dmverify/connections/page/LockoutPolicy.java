package com.dmverify.connections.page;

import java.time.Duration;

/**
 * When an address that sends wrong passwords is locked out, and for how long.
 *
 * @param failures the number of consecutive failures before it is locked out
 * @param pause the first lock-out; each further wrong password doubles it
 * @param longest the longest pause, so that an operator who shares the address gets in again
 */
public record LockoutPolicy(int failures, Duration pause, Duration longest) {

    public LockoutPolicy {
        if (failures < 1) {
            throw new IllegalArgumentException("dm-verify.connections.operator.failures must be at least 1");
        }
        if (!pause.isPositive() || longest.compareTo(pause) < 0) {
            throw new IllegalArgumentException(
                    "dm-verify.connections.operator.lock-out must be positive," + " and max-lock-out at least as long");
        }
    }
}
