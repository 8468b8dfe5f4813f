package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.Limits;
import com.dmverify.sender.budget.Use;
import com.dmverify.x.Generation;
import java.time.Duration;

/**
 * What X lets one account do, each counted apart.
 *
 * @param reads of one conversation
 * @param lists of all conversations; v1.1 knows no other reading, so there both are the same
 * @param surveys turns to make an overview from lists, spread evenly over X's window
 */
public record Allowances(Allowance messages, Allowance lookups, Allowance reads, Allowance lists, Allowance surveys) {

    /** How much of each. */
    public record Sizes(Limits messages, Limits lookups, Limits reads, Limits lists) {

        /** None of ours. */
        public static Sizes unlimited() {
            Limits none = Limits.ofWindow(0, Duration.ofMinutes(15));
            return new Sizes(none, none, none, none);
        }

        /** One in each part of the window, so that the next is never far away. */
        Limits surveys() {
            Duration window = lists.window();
            return lists.perWindow() == 0
                    ? lists
                    : Limits.ofWindow(1, window.dividedBy(Math.min(lists.perWindow(), window.toMillis())));
        }
    }

    /** The allowances of an account of this app. */
    public static Allowances of(String app, String account, Generation generation, Sizes sizes) {
        Allowance reads = new Allowance(app, account, Use.READS, sizes.reads());
        return new Allowances(
                new Allowance(app, account, Use.MESSAGES, sizes.messages()),
                new Allowance(app, account, Use.LOOKUPS, sizes.lookups()),
                reads,
                switch (generation) {
                    case V2 -> new Allowance(app, account, Use.LISTS, sizes.lists());
                    case V1_1 -> reads;
                },
                new Allowance(app, account, Use.SURVEYS, sizes.surveys()));
    }
}
