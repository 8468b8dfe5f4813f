package com.dmverify.promises;

import java.util.List;
import java.util.Locale;

/**
 * X never has to say that it is too much: the only 429s are those that were ordered. X counts every call of an account
 * and window, refused messages included, and so nothing beyond the limit can hide.
 */
final class NeverMoreThanBudget implements Promise {

    @Override
    public List<String> broken(Evidence soFar) {
        int overdrawn = soFar.x().overdrawn();
        return overdrawn > 0
                ? List.of(String.format(Locale.ROOT, "X had to refuse %d calls beyond the budget", overdrawn))
                : List.of();
    }
}
