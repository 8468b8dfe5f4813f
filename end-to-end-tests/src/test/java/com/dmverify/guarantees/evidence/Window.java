package com.dmverify.guarantees.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One of X's rate limit windows: it opens with the first message after the end of the previous one.
 *
 * @param messages the number of messages that X accepted in it
 */
public record Window(Instant opened, int messages) {

    /** Computes the windows from all messages of one account. */
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
