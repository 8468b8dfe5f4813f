package com.dmverify.sender.ledger;

import com.dmverify.events.DmAttempted;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.NanoTime;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger for tests that need nothing but the JVM; {@link SentLedgerContract} says that it is one. */
public final class InMemorySentLedger implements SentLedger, Withdrawals {

    private final Map<DispatchId, Entry> entries = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final MutableClock clock;
    private final Duration lease;
    private @Nullable Throwable failure;
    private Runnable beforeCall = () -> {};

    private record Entry(
            @Nullable DmAttempted event,
            @Nullable String owner,
            Instant leaseEnd,
            @Nullable Instant calling,
            @Nullable Instant first,
            @Nullable InDoubtCall inDoubtCall,
            @Nullable Recipient recipient,
            int calls,
            boolean unconfirmed) {

        Entry owned(@Nullable String by, Instant until, @Nullable InDoubtCall doubt) {
            return new Entry(null, by, until, null, first, doubt, recipient, calls, unconfirmed);
        }
    }

    public InMemorySentLedger(MutableClock clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** From now on it answers with this. */
    public synchronized void fail(Throwable with) {
        failure = with;
    }

    /** What happens between the claim and the call. */
    public void beforeCall(Runnable meanwhile) {
        beforeCall = meanwhile;
    }

    @Override
    public synchronized void withdraw(Collection<String> verificationIds) {
        withdrawn.addAll(verificationIds);
    }

    @Override
    public synchronized ClaimResult claim(DispatchId id) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        Instant now = clock.instant();
        Entry entry = entries.get(id);
        InDoubtCall inDoubtCall = null;
        Recipient recipient = entry == null ? null : entry.recipient();
        if (entry != null) {
            if (entry.event() != null) {
                return new ClaimResult.Settled(entry.event());
            }
            if (entry.owner() != null && entry.leaseEnd().isAfter(now)) {
                return new ClaimResult.HeldUntil(entry.leaseEnd());
            }
            inDoubtCall = entry.calling() == null ? entry.inDoubtCall() : afterDeath(entry, entry.calling(), now);
        }
        String owner = UUID.randomUUID().toString();
        Lease measured = Lease.begin(NanoTime.of(clock), lease);
        Instant first = entry == null ? null : entry.first();
        Entry known = entry == null ? new Entry(null, null, now, null, null, null, null, 0, false) : entry;
        entries.put(id, known.owned(owner, now.plus(lease), inDoubtCall));
        boolean ended = withdrawn.contains(id.verificationId());
        return new ClaimResult.Claimed(
                new Claim(id, owner, first, inDoubtCall, recipient, known.calls(), ended, measured));
    }

    private static InDoubtCall afterDeath(Entry entry, Instant calling, Instant now) {
        Instant first = entry.first() == null ? calling : entry.first();
        Instant since =
                entry.inDoubtCall() == null ? first : entry.inDoubtCall().since();
        return new InDoubtCall(since, now.isBefore(since) ? since : now);
    }

    @Override
    public synchronized boolean address(Claim claim, Recipient recipient) {
        Entry entry = owned(claim);
        if (entry == null) {
            return false;
        }
        entries.put(
                claim.id(),
                new Entry(
                        null,
                        entry.owner(),
                        entry.leaseEnd(),
                        entry.calling(),
                        entry.first(),
                        entry.inDoubtCall(),
                        recipient,
                        entry.calls(),
                        entry.unconfirmed()));
        return true;
    }

    @Override
    public CallStart call(Claim claim, Instant at) {
        beforeCall.run();
        return begin(claim, at);
    }

    private synchronized CallStart begin(Claim claim, Instant at) {
        Entry entry = owned(claim);
        if (entry == null || !entry.leaseEnd().isAfter(clock.instant())) {
            return CallStart.LOST;
        }
        if (withdrawn.contains(claim.id().verificationId())) {
            return CallStart.WITHDRAWN;
        }
        entries.put(
                claim.id(),
                new Entry(
                        null,
                        entry.owner(),
                        entry.leaseEnd(),
                        at,
                        entry.first() == null ? at : entry.first(),
                        entry.inDoubtCall(),
                        entry.recipient(),
                        entry.calls() + 1,
                        entry.unconfirmed()));
        return CallStart.CALLING;
    }

    private @Nullable Entry owned(Claim claim) {
        Entry entry = entries.get(claim.id());
        return entry != null && claim.owner().equals(entry.owner()) ? entry : null;
    }

    @Override
    public synchronized boolean settle(Claim claim, DmAttempted event) {
        Entry entry = entries.get(claim.id());
        if (entry != null && !claim.owner().equals(entry.owner())) {
            return false;
        }
        entries.put(claim.id(), new Entry(event, null, Instant.MAX, null, null, null, null, 0, false));
        return true;
    }

    @Override
    public synchronized void release(Claim claim) {
        Entry entry = owned(claim);
        if (entry != null) {
            entries.put(claim.id(), entry.owned(null, Instant.MIN, claim.inDoubt()));
        }
    }

    @Override
    public synchronized boolean releaseUnconfirmed(Claim claim) {
        Entry entry = owned(claim);
        if (entry == null) {
            return false;
        }
        Entry free = entry.owned(null, Instant.MIN, claim.inDoubt());
        entries.put(
                claim.id(),
                new Entry(
                        null,
                        null,
                        free.leaseEnd(),
                        null,
                        free.first(),
                        free.inDoubtCall(),
                        free.recipient(),
                        free.calls(),
                        true));
        return !entry.unconfirmed();
    }
}
