package com.dmverify.sender.dispatch;

import com.dmverify.sender.budget.SendBudget;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.recipient.Recipients;

/** What the sender remembers from order to order. */
public record Memory(SentLedger ledger, SendBudget budget, Recipients recipients) {}
