package com.dmverify.api.outbox;

import com.dmverify.api.verification.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Publishes committed records at once, and removes those that Kafka has in batches. No caller waits for it: what it cannot take
 * or publish stays in the outbox, and the sweeper hands it over again. So a record is published at least once, and the records
 * of one verification may arrive in another order than that of their {@code sequence}. Each topic has a thread of its own,
 * because a producer blocks on a topic that it cannot reach.
 *
 * <p>Thread-safe.
 */
public final class OutboxRelay implements CommitObserver, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** Behind the last record that was published: the remover ends with it. */
    private static final Place END = new Place("", "");

    private final Supplier<Producer<String, byte[]>> producer;
    private final Outbox outbox;
    private final OutboxProperties properties;
    private final Map<String, TopicPublisher> topics = new ConcurrentHashMap<>();
    /** What this replica is publishing: the sweeper must not publish it a second time. */
    private final Set<Place> underWay = ConcurrentHashMap.newKeySet();

    private final LinkedBlockingQueue<Place> published = new LinkedBlockingQueue<>();
    private final Thread remover;

    private record Place(String stream, String id) {}

    OutboxRelay(Supplier<Producer<String, byte[]>> producer, Outbox outbox, OutboxProperties properties) {
        this.producer = producer;
        this.outbox = outbox;
        this.properties = properties;
        this.remover = Thread.ofVirtual().name("outbox-remover").start(this::removePublished);
    }

    @Override
    public void committed(Change<?> change, List<OutboxEntry> entries) {
        publish(entries);
    }

    /** Publishes these records soon. Never blocks and never fails. */
    public void publish(List<OutboxEntry> entries) {
        for (OutboxEntry entry : entries) {
            Place place = new Place(entry.stream(), entry.id());
            if (underWay.add(place)
                    && !topics.computeIfAbsent(entry.record().topic(), this::topic)
                            .offer(entry.record(), taken -> done(place, taken))) {
                underWay.remove(place);
            }
        }
    }

    private TopicPublisher topic(String name) {
        return new TopicPublisher(name, producer, properties.queue());
    }

    private void done(Place place, boolean taken) {
        if (taken) {
            published.add(place);
        } else {
            underWay.remove(place);
        }
    }

    private void removePublished() {
        List<Place> batch = new ArrayList<>();
        try {
            boolean last = false;
            while (!last) {
                batch.add(published.take());
                published.drainTo(batch, properties.removeBatch() - 1);
                last = batch.remove(END);
                if (!batch.isEmpty()) {
                    remove(batch);
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What could not be removed is published again by the sweeper. */
    private void remove(List<Place> batch) {
        Map<String, List<String>> ids = new HashMap<>();
        batch.forEach(place ->
                ids.computeIfAbsent(place.stream(), stream -> new ArrayList<>()).add(place.id()));
        try {
            outbox.remove(ids).block(properties.removeTimeout());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("entries", batch.size())
                    .addKeyValue("cause", e.toString())
                    .log("outbox.remove_failed");
        } finally {
            batch.forEach(underWay::remove);
        }
    }

    /** Lets what is under way reach Kafka; the rest is left to the sweeper of another replica. */
    @Override
    public void destroy() throws InterruptedException {
        for (TopicPublisher topic : topics.values()) {
            topic.stop(properties.stopTimeout());
        }
        published.add(END);
        remover.join(properties.stopTimeout());
    }
}
