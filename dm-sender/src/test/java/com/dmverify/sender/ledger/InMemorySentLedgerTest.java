package com.dmverify.sender.ledger;

import java.util.List;

class InMemorySentLedgerTest extends SentLedgerContract {

    private final InMemorySentLedger ledger = new InMemorySentLedger(clock, LEASE);

    @Override
    SentLedger ledger() {
        return ledger;
    }

    @Override
    void moved() {}

    @Override
    void withdraw(String verificationId) {
        ledger.withdraw(List.of(verificationId));
    }
}
