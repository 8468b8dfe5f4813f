package com.dmverify.sender.ledger;

import com.dmverify.sender.order.DispatchId;

/** Names of the ledger's keys. Those of one verification lie in one slot of a cluster. */
final class LedgerKeys {

    private LedgerKeys() {}

    static String entry(DispatchId id) {
        return "dm-sender:sent:{" + id.verificationId() + "}:" + id.dispatch();
    }

    static String lease(DispatchId id) {
        return entry(id) + ":lease";
    }

    /** Exists if the verification has ended. */
    static String withdrawn(String verificationId) {
        return "dm-sender:withdrawn:{" + verificationId + "}";
    }
}
