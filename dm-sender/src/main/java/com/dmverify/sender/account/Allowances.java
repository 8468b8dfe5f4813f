package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.Limits;
import com.dmverify.sender.budget.Use;

/** What X lets one account do, each counted apart. */
public record Allowances(Allowance messages, Allowance lookups, Allowance reads) {

    /** How much of each. */
    public record Sizes(Limits messages, Limits lookups, Limits reads) {}

    /** The allowances of an account of this app. */
    public static Allowances of(String app, String account, Sizes sizes) {
        return new Allowances(
                new Allowance(app, account, Use.MESSAGES, sizes.messages()),
                new Allowance(app, account, Use.LOOKUPS, sizes.lookups()),
                new Allowance(app, account, Use.READS, sizes.reads()));
    }
}
