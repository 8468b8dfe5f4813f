package com.dmverify.webhook.recovery;

import com.dmverify.events.WebhookWatched;
import com.dmverify.schemas.EventCodec;
import com.dmverify.webhook.app.RegisteredApps;
import com.dmverify.webhook.app.RegisteredApps.Registered;
import com.dmverify.webhook.recovery.Watch.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Records that a receiver is there, and after an outage asks X once for a replay. Of all replicas the one does it that owns partition 0
 * of the topic: all records are in that partition. The replay is asked for before that is recorded, so a crash between the two
 * asks again, and a repeated event changes nothing.
 */
final class Recovery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final RegisteredApps apps;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final KafkaOperations<String, byte[]> kafka;
    private final EventCodec codec;
    private final Replays replays;
    private final RecoveryProperties properties;
    private final InstantSource clock;
    private final TopicPartition partition;
    private final Map<String, Watch> watches = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile @Nullable Thread thread;
    private Instant next = Instant.MIN;

    Recovery(
            RegisteredApps apps,
            RecoveryTopic topic,
            EventCodec codec,
            Replays replays,
            RecoveryProperties properties,
            InstantSource clock) {
        this.apps = apps;
        this.consumers = topic.consumers();
        this.kafka = topic.kafka();
        this.partition = new TopicPartition(topic.name(), 0);
        this.codec = codec;
        this.replays = replays;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The topic of the watches.
     *
     * @param name as it is on the broker
     * @param consumers of the group that shares the topic
     */
    record RecoveryTopic(
            String name, Supplier<Consumer<String, byte[]>> consumers, KafkaOperations<String, byte[]> kafka) {}

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("webhook-recovery").start(this::run);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                consumer.subscribe(List.of(partition.topic()), new FromTheBeginning(consumer));
                while (stopped.getCount() > 0) {
                    consumer.poll(POLL).records(partition).forEach(this::read);
                    if (consumer.assignment().contains(partition) && isCaughtUp(consumer)) {
                        watch();
                    }
                }
            } catch (WakeupException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | ExecutionException | java.util.concurrent.TimeoutException e) {
                LOG.atWarn().addKeyValue("reason", e.toString()).log("webhook.recovery_interrupted");
                pause();
            } finally {
                current = null;
            }
        }
    }

    private boolean isCaughtUp(Consumer<String, byte[]> consumer) {
        return consumer.position(partition)
                >= consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        WebhookWatched event = codec.decode(record.value(), WebhookWatched.class);
        Instant from = event.getOutageFrom();
        Instant to = event.getOutageTo();
        watches.put(
                event.getApp(),
                new Watch(
                        event.getWatchedUntil(),
                        from == null || to == null ? null : new Period(from, to),
                        event.getReplayId()));
    }

    private void watch() throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        for (Registered app : apps.all()) {
            Watch known = watches.get(app.app());
            Watch watch = known == null ? Watch.from(now) : known.at(now, properties.longestGap());
            write(app, replayed(app, watch, now));
        }
        next = now.plus(properties.interval());
    }

    private Watch replayed(Registered app, Watch watch, Instant now) {
        Optional<Period> due = watch.due(now);
        if (due.isEmpty()) {
            return watch;
        }
        return due.get().isEmpty()
                ? watch.replayed(Watch.TOO_OLD)
                : replays.ask(app, due.get()).map(watch::replayed).orElse(watch);
    }

    private void write(Registered app, Watch watch)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        Period outage = watch.outage();
        WebhookWatched event = WebhookWatched.newBuilder()
                .setApp(app.app())
                .setWatchedUntil(watch.until())
                .setOutageFrom(outage == null ? null : outage.from())
                .setOutageTo(outage == null ? null : outage.to())
                .setReplayId(watch.replayId())
                .build();
        kafka.send(new ProducerRecord<>(partition.topic(), partition.partition(), app.app(), codec.encode(event)))
                .get(WRITE.toMillis(), TimeUnit.MILLISECONDS);
        watches.put(app.app(), watch);
    }

    private void pause() {
        try {
            var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread running = thread;
        thread = null;
        try {
            if (running != null && !running.join(STOP)) {
                LOG.atWarn().log("webhook.recovery_still_running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Reads the partition anew whenever this replica becomes its owner. */
    private final class FromTheBeginning implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        FromTheBeginning(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (assigned.contains(partition)) {
                watches.clear();
                next = Instant.MIN;
                consumer.seekToBeginning(List.of(partition));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            // What this replica knew is read again by the next owner.
        }
    }
}
