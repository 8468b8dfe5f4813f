package com.dmverify.guarantees;

import java.util.List;
import java.util.Locale;

/**
 * X answers 429 only where a fault was injected. The sandbox counts every call of an account and window, rejected messages
 * included, so a call beyond the limit is always seen.
 */
final class NeverMoreThanBudget implements Guarantee {

    @Override
    public List<String> violations(Evidence soFar) {
        int overdrawn = soFar.x().callsBeyondLimit();
        return overdrawn > 0
                ? List.of(String.format(Locale.ROOT, "X rejected %d calls beyond the budget", overdrawn))
                : List.of();
    }
}
