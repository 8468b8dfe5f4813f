package com.dmverify.sender.send;

import com.dmverify.sender.echo.SentEchoes;
import com.dmverify.sender.evidence.snapshot.ConversationSnapshots;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.withdrawal.OptOuts;
import com.dmverify.sender.withdrawal.WithdrawalFreshness;

/** What the sender remembers from order to order. */
public record SenderState(
        SentLedger ledger,
        RecipientResolver recipients,
        SentEchoes echoes,
        ConversationSnapshots snapshots,
        OptOuts optOuts,
        WithdrawalFreshness freshness) {}
