package com.dmverify.sender.dispatch;

import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.optout.OptOuts;
import com.dmverify.sender.overview.Surveys;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.sender.sighting.Sightings;

/** What the sender remembers from order to order. */
public record Memory(
        SentLedger ledger,
        CallBudget budget,
        Recipients recipients,
        Sightings sightings,
        Surveys surveys,
        OptOuts optOuts,
        Freshness freshness) {}
