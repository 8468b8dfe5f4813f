package com.dmverify.sender.evidence;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.x.UserId;

/**
 * A message that may be out there. Its code is masked in {@code toString}.
 *
 * @param account that sent it, if it was sent
 * @param code the digits in its text
 * @param inDoubtCall the call that may have sent it
 */
public record SearchQuery(Account account, UserId recipient, String code, InDoubtCall inDoubtCall) {

    @Override
    public String toString() {
        return "Wanted[account=" + account.name() + ", recipient=" + recipient + ", doubt=" + inDoubtCall
                + ", code masked]";
    }
}
