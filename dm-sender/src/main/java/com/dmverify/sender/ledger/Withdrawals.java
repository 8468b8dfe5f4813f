package com.dmverify.sender.ledger;

import java.util.Collection;

/** Notes in the ledger that verifications have ended: from then on no call for them begins. */
public interface Withdrawals {

    /** Returns when all replicas know it. */
    void withdraw(Collection<String> verificationIds);
}
