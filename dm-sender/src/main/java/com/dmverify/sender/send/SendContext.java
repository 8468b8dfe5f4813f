package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.evidence.SearchQuery;
import com.dmverify.sender.ledger.Claim;
import com.dmverify.sender.ledger.InDoubtCall;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.Recipient;
import com.dmverify.sender.ratelimit.MessagePermit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline knows of an order so far. Immutable: each step hands a changed copy to the next one.
 *
 * @param recipient null until resolved
 * @param at just before the call to X; until there is one, when the attempt began
 * @param probe whether this order probes an account whose breaker was open
 * @param searched whether this attempt has found out that no earlier message was sent
 * @param permit null until the rate limits granted one
 */
record SendContext(
        SendRequest request,
        Claim claim,
        @Nullable Recipient recipient,
        Instant at,
        boolean probe,
        boolean searched,
        @Nullable MessagePermit permit) {

    static SendContext of(SendRequest request, Claim claim, @Nullable Recipient recipient, Instant now) {
        return new SendContext(request, claim, recipient, now, false, false, null);
    }

    SendContext to(Recipient found) {
        return new SendContext(request, claim, found, at, probe, searched, permit);
    }

    SendContext callingAt(Instant now) {
        return new SendContext(request, claim, recipient, now, probe, searched, permit);
    }

    SendContext with(Claim changed) {
        return new SendContext(request, changed, recipient, at, probe, searched, permit);
    }

    SendContext probing() {
        return new SendContext(request, claim, recipient, at, true, searched, permit);
    }

    SendContext notSent() {
        return new SendContext(request, claim.certain(), recipient, at, probe, true, permit);
    }

    SendContext permitted(MessagePermit granted) {
        return new SendContext(request, claim, recipient, granted.takenAt(), probe, searched, granted);
    }

    Order order() {
        return request.order();
    }

    Account account() {
        return request.account();
    }

    OneTimeCode code() {
        return request.code();
    }

    int attempt() {
        return request.attempt();
    }

    /** Whether X may have accepted a message of an earlier call. */
    boolean inDoubt() {
        return claim.inDoubtCall().isPresent();
    }

    /** The message of this call, for a search. */
    SearchQuery query(InDoubtCall call) {
        return new SearchQuery(account(), knownRecipient().id(), code().digits(), call);
    }

    Recipient knownRecipient() {
        if (recipient == null) {
            throw new IllegalStateException(order().id() + " has no recipient yet");
        }
        return recipient;
    }

    MessagePermit grantedPermit() {
        if (permit == null) {
            throw new IllegalStateException(order().id() + " has no permit yet");
        }
        return permit;
    }
}
