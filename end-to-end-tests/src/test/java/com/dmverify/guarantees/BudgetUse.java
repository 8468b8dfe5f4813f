package com.dmverify.guarantees;

import com.dmverify.guarantees.deployment.SendLimit;
import com.dmverify.guarantees.evidence.Window;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much of an account's budget was used.
 *
 * @param ofWindows the used share of the messages that the opened windows allow
 * @param ofTime the used share of the messages that X allows if each window opens when the previous one ends
 */
record BudgetUse(double ofWindows, double ofTime) {

    /** @param windows consecutive windows; of the last one only its beginning counts */
    static BudgetUse of(List<Window> windows, SendLimit limit) {
        int count = windows.size() - 1;
        double messages =
                windows.stream().limit(count).mapToInt(Window::messages).sum();
        Duration took =
                Duration.between(windows.getFirst().opened(), windows.getLast().opened());
        double budget = (double) count * limit.messages();
        double time = (double) took.toMillis() / limit.window().toMillis() * limit.messages();
        return new BudgetUse(messages / budget, messages / time);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% of the windows, %.1f %% of the time", 100 * ofWindows, 100 * ofTime);
    }
}
