package com.dmverify.sandbox.webhook.delivery;

import com.dmverify.sandbox.fault.Fault;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.webhook.delivery.Delivery.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Submits deliveries to the workers and applies faults: lost, forged, duplicate or reordered. */
@Component
public class DeliveryDispatcher {

    private static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

    private final DeliveryWorkers workers;
    private final DeliveryLog log;
    private final Faults faults;
    private final Snowflakes ids;
    private final Clock clock;
    private final AtomicReference<@Nullable Delivery> held = new AtomicReference<>();

    DeliveryDispatcher(DeliveryWorkers workers, DeliveryLog log, Faults faults, Snowflakes ids, Clock clock) {
        this.workers = workers;
        this.log = log;
        this.faults = faults;
        this.ids = ids;
        this.clock = clock;
    }

    /** Delivers this body; {@code otherUser} is the user to whom faults may apply. */
    public void send(String webhookId, String type, byte[] body, long otherUser) {
        FaultTarget target = new Recipient(otherUser);
        if (faults.take(FaultName.ODD_DATE_WEBHOOK, target).isPresent()) {
            send(webhookId, type, OddDates.in(body), target);
        } else {
            send(webhookId, type, body, target);
        }
    }

    private void send(String webhookId, String type, byte[] body, FaultTarget target) {
        if (faults.take(FaultName.LOST_WEBHOOK, target).isPresent()) {
            delivery(webhookId, type, body, Status.LOST);
        } else if (faults.take(FaultName.FORGED_WEBHOOK, target).isPresent()) {
            workers.submit(delivery(webhookId, type, body, Status.FORGED));
        } else {
            sendGenuine(webhookId, type, body, target);
        }
    }

    private void sendGenuine(String webhookId, String type, byte[] body, FaultTarget target) {
        Delivery delivery = delivery(webhookId, type, body, Status.WAITING);
        Optional<Fault> reorder = faults.take(FaultName.REORDERED_WEBHOOK, target);
        if (reorder.isPresent() && held.compareAndSet(null, delivery)) {
            workers.after(reorder.get().delayOr(LONGEST_HOLD), this::release);
            return;
        }
        delivery.afterwards(this::release);
        workers.submit(delivery);
        if (faults.take(FaultName.DUPLICATE_WEBHOOK, target).isPresent()) {
            workers.submit(delivery(webhookId, type, body, Status.WAITING));
        }
    }

    /** Submits the delivery that was held back, after another one or after the longest wait. */
    private void release() {
        Delivery overtaken = held.getAndSet(null);
        if (overtaken != null) {
            workers.submit(overtaken);
        }
    }

    private Delivery delivery(String webhookId, String type, byte[] body, Status status) {
        Delivery delivery = new Delivery(Long.toString(ids.next()), webhookId, type, body, clock.instant(), status);
        log.add(delivery);
        return delivery;
    }

    private record Recipient(long userId) implements FaultTarget {

        @Override
        public boolean sends() {
            return true;
        }

        @Override
        public boolean isAbout(long user) {
            return userId == user;
        }
    }
}
