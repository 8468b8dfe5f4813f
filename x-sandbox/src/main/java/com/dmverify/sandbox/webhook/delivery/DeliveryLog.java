package com.dmverify.sandbox.webhook.delivery;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.webhook.WebhookProperties;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** The last deliveries, newest first. */
@Component
public class DeliveryLog implements Resettable {

    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final int most;

    DeliveryLog(WebhookProperties properties) {
        this.most = properties.mostLogged();
    }

    synchronized void add(Delivery delivery) {
        deliveries.addFirst(delivery);
        if (deliveries.size() > most) {
            deliveries.removeLast();
        }
    }

    public synchronized List<Delivery> newest(int limit) {
        return deliveries.stream().limit(limit).toList();
    }

    /** The deliveries created in this period, both ends included. */
    synchronized List<Delivery> between(Instant from, Instant to) {
        return deliveries.stream()
                .filter(delivery -> !delivery.createdAt().isBefore(from)
                        && !delivery.createdAt().isAfter(to))
                .toList();
    }

    @Override
    public synchronized void reset() {
        deliveries.clear();
    }
}
