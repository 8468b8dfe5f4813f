package com.dmverify.promises;

import com.dmverify.promises.evidence.Window;
import com.dmverify.promises.stage.Allowed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much of an account's budget was used.
 *
 * @param ofWindows the share of what the windows that X opened allowed
 * @param ofTime the share of what X would have allowed if each window had opened when the one before ended
 */
record Use(double ofWindows, double ofTime) {

    /** @param windows consecutive ones; the last shows only when it opened */
    static Use of(List<Window> windows, Allowed allowed) {
        int count = windows.size() - 1;
        double messages =
                windows.stream().limit(count).mapToInt(Window::messages).sum();
        Duration took =
                Duration.between(windows.getFirst().opened(), windows.getLast().opened());
        double budget = (double) count * allowed.messages();
        double time = (double) took.toMillis() / allowed.window().toMillis() * allowed.messages();
        return new Use(messages / budget, messages / time);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% of the windows, %.1f %% of the time", 100 * ofWindows, 100 * ofTime);
    }
}
