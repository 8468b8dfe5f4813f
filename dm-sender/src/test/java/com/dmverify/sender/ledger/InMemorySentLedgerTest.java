package com.dmverify.sender.ledger;

class InMemorySentLedgerTest extends SentLedgerContract {

    @Override
    SentLedger ledger() {
        return new InMemorySentLedger(clock, LEASE);
    }
}
