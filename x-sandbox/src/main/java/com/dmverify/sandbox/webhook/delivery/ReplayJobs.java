package com.dmverify.sandbox.webhook.delivery;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.webhook.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Repeats the deliveries of a webhook, lost ones too, and ends with a status delivery. Only deliveries that are still in the log
 * can be repeated.
 */
@Component
public class ReplayJobs implements Resettable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final DeliveryLog log;
    private final DeliveryWorkers workers;
    private final ReplayProperties properties;
    private final Snowflakes ids;
    private final Clock clock;

    ReplayJobs(DeliveryLog log, DeliveryWorkers workers, ReplayProperties properties, Snowflakes ids, Clock clock) {
        this.log = log;
        this.workers = workers;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns why this period cannot be replayed; empty if it can. */
    public Optional<String> problem(Instant from, Instant to) {
        Instant now = clock.instant();
        if (!from.isBefore(to)) {
            return Optional.of("from_date must be before to_date.");
        }
        if (from.isAfter(now.minus(properties.beginsBefore()))) {
            return Optional.of(
                    "from_date must be at least " + properties.beginsBefore().toMinutes() + " minutes ago.");
        }
        if (to.isAfter(now.minus(properties.endsBefore()))) {
            return Optional.of(
                    "to_date must be at least " + properties.endsBefore().toMinutes() + " minutes ago.");
        }
        return from.isBefore(now.minus(properties.memory()))
                ? Optional.of("from_date must be within the last "
                        + properties.memory().toHours() + " hours.")
                : Optional.empty();
    }

    /** Starts a replay of this period, both ends included; empty if one is running. */
    public Optional<ReplayJob> start(Webhook webhook, Instant from, Instant to) {
        if (!running.add(webhook.id())) {
            return Optional.empty();
        }
        List<Delivery> again = log.between(from, to).stream()
                .filter(delivery -> delivery.webhookId().equals(webhook.id()) && delivery.isOriginal())
                .sorted(Comparator.comparing(Delivery::createdAt))
                .map(this::copy)
                .toList();
        ReplayJob replay = new ReplayJob(Long.toString(ids.next()), webhook.id(), clock.instant(), again);
        again.forEach(workers::submit);
        workers.after(POLL_INTERVAL, () -> watch(replay));
        return Optional.of(replay);
    }

    @Override
    public void reset() {
        running.clear();
    }

    private void watch(ReplayJob replay) {
        if (!replay.isDone() && running.contains(replay.webhookId())) {
            workers.after(POLL_INTERVAL, () -> watch(replay));
        } else if (running.remove(replay.webhookId())) {
            JsonObject status = JsonObject.of("webhook_id", replay.webhookId())
                    .with("job_state", "Complete")
                    .with("job_state_description", "Job completed successfully")
                    .with("job_id", replay.id());
            workers.submit(delivery(
                    replay.webhookId(), "replay_job_status", Json.bytes(JsonObject.of("replay_job_status", status))));
        }
    }

    private Delivery copy(Delivery original) {
        return delivery(original.webhookId(), original.type(), original.body());
    }

    private Delivery delivery(String webhookId, String type, byte[] body) {
        Delivery delivery = Delivery.replayed(Long.toString(ids.next()), webhookId, type, body, clock.instant());
        log.add(delivery);
        return delivery;
    }
}
