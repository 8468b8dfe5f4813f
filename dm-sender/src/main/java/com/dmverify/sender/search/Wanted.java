package com.dmverify.sender.search;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.ledger.Doubt;
import com.dmverify.x.UserId;

/**
 * A message that may be out there. Its code is masked in {@code toString}.
 *
 * @param account that sent it, if it was sent
 * @param code the digits in its text
 * @param doubt the call that may have sent it
 */
public record Wanted(Account account, UserId recipient, String code, Doubt doubt) {

    @Override
    public String toString() {
        return "Wanted[account=" + account.name() + ", recipient=" + recipient + ", doubt=" + doubt + ", code masked]";
    }
}
