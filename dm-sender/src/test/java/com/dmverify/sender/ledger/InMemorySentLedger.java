package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.recipient.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger for tests that need nothing but the JVM; {@link SentLedgerContract} says that it is one. */
public final class InMemorySentLedger implements SentLedger {

    private final Map<DispatchId, Entry> entries = new HashMap<>();
    private final Clock clock;
    private final Duration lease;
    private @Nullable RuntimeException failure;

    private record Entry(
            @Nullable DmAttempted event,
            @Nullable String owner,
            Instant leaseEnd,
            Instant since,
            @Nullable Doubt doubt,
            @Nullable Recipient recipient) {}

    public InMemorySentLedger(Clock clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** From now on it answers with this. */
    public synchronized void fail(RuntimeException with) {
        failure = with;
    }

    @Override
    public synchronized Claiming claim(DispatchId id) {
        if (failure != null) {
            throw failure;
        }
        Instant now = clock.instant();
        Entry entry = entries.get(id);
        Doubt doubt = null;
        Recipient recipient = entry == null ? null : entry.recipient();
        if (entry != null) {
            if (entry.event() != null) {
                return new Claiming.Settled(entry.event());
            }
            if (entry.owner() != null && entry.leaseEnd().isAfter(now)) {
                return new Claiming.HeldUntil(entry.leaseEnd());
            }
            doubt = entry.owner() == null ? entry.doubt() : afterDeath(entry);
        }
        String owner = UUID.randomUUID().toString();
        entries.put(id, new Entry(null, owner, now.plus(lease), now, doubt, recipient));
        return new Claiming.Claimed(new Claim(
                id, owner, doubt, recipient, now.plus(lease.multipliedBy(2).dividedBy(3))));
    }

    private static Doubt afterDeath(Entry entry) {
        Instant since = entry.doubt() == null ? entry.since() : entry.doubt().since();
        return new Doubt(since, entry.leaseEnd());
    }

    @Override
    public synchronized boolean address(Claim claim, Recipient recipient) {
        Entry entry = entries.get(claim.id());
        if (entry == null || !claim.owner().equals(entry.owner())) {
            return false;
        }
        entries.put(
                claim.id(), new Entry(null, entry.owner(), entry.leaseEnd(), entry.since(), entry.doubt(), recipient));
        return true;
    }

    @Override
    public synchronized boolean settle(Claim claim, DmAttempted event) {
        Entry entry = entries.get(claim.id());
        if (entry != null && !claim.owner().equals(entry.owner())) {
            return false;
        }
        entries.put(claim.id(), new Entry(event, null, Instant.MAX, clock.instant(), null, null));
        return true;
    }

    @Override
    public synchronized void release(Claim claim) {
        Entry entry = entries.get(claim.id());
        if (entry != null && claim.owner().equals(entry.owner())) {
            entries.put(
                    claim.id(),
                    new Entry(null, null, Instant.MIN, clock.instant(), claim.inDoubt(), entry.recipient()));
        }
    }
}
