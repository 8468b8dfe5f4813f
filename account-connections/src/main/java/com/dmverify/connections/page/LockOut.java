package com.dmverify.connections.page;

import java.time.Duration;

/**
 * When an address that sends wrong passwords is no longer listened to.
 *
 * @param failures in a row before it is locked out
 * @param pause the first lock-out; each further wrong password doubles it
 * @param longest no pause is longer, so that an operator who shares the address gets in again
 */
public record LockOut(int failures, Duration pause, Duration longest) {

    public LockOut {
        if (failures < 1) {
            throw new IllegalArgumentException("dm-verify.connections.operator.failures must be at least 1");
        }
        if (!pause.isPositive() || longest.compareTo(pause) < 0) {
            throw new IllegalArgumentException("dm-verify.connections.operator.lock-out must be positive,"
                    + " and longest-lock-out at least as long");
        }
    }
}
