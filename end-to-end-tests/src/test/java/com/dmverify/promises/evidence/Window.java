package com.dmverify.promises.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One of X's windows, as its record shows it: it opens with the first message after the end of the one before.
 *
 * @param messages how many X accepted in it
 */
public record Window(Instant opened, int messages) {

    /** The windows in which these messages were sent; nothing else may have been sent with their account. */
    public static List<Window> of(List<Instant> messages, Duration length) {
        List<Window> windows = new ArrayList<>();
        for (Instant message : messages.stream().sorted().toList()) {
            if (windows.isEmpty()
                    || !message.isBefore(windows.getLast().opened().plus(length))) {
                windows.add(new Window(message, 1));
            } else {
                Window open = windows.removeLast();
                windows.add(new Window(open.opened(), open.messages() + 1));
            }
        }
        return windows;
    }
}
