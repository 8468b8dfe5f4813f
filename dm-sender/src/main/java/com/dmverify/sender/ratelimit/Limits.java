package com.dmverify.sender.ratelimit;

import java.time.Duration;

/**
 * How many calls of one kind X takes from an account. 0 stands for no limit of ours: then X's headers alone count.
 *
 * @param perWindow calls in one short window
 * @param window length of the short window, from its first call
 * @param perDay calls in 24 hours
 * @param perDayOfApp calls in 24 hours from all accounts of the app together
 */
public record Limits(long perWindow, Duration window, long perDay, long perDayOfApp) {

    /** Limited by a short window alone. */
    public static Limits ofWindow(long perWindow, Duration window) {
        return new Limits(perWindow, window, 0, 0);
    }

    /** Refuses negative limits and a window without length with {@link IllegalArgumentException}. */
    public Limits {
        if (perWindow < 0 || perDay < 0 || perDayOfApp < 0) {
            throw new IllegalArgumentException("limits are 0 (none) or more");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("the window has no length");
        }
    }
}
