package com.dmverify.support.schema;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the topic of schemas from its beginning and follows it, in each replica, in no group and without commits. Without
 * the topic or without Kafka it tries again.
 */
final class SchemaFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SchemaFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final SchemaReader reader;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile @Nullable Thread thread;
    private @Nullable String lastFailure;

    SchemaFollower(Supplier<Consumer<String, byte[]>> consumers, String topic, SchemaReader reader) {
        this.consumers = consumers;
        this.topic = topic;
        this.reader = reader;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("schemas").start(this::run);
    }

    /** Whether what was in the topic at the start is read; waits for it no longer than this. */
    boolean awaitCaughtUp(Duration time) throws InterruptedException {
        return caughtUp.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (goesOn()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException | Error e) {
                failed(e);
            } finally {
                current = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        while (goesOn()) {
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                caughtUp.countDown();
            }
            consumer.poll(POLL).forEach(reader::accept);
            lastFailure = null;
        }
    }

    /** Logs the same failure once. */
    private void failed(Throwable failure) {
        String reason = failure.toString();
        if (!reason.equals(lastFailure)) {
            log.atWarn().addKeyValue("reason", reason).log("schemas.unreachable");
        }
        lastFailure = reason;
        try {
            var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private boolean goesOn() {
        return stopped.getCount() > 0;
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
                log.warn("schemas.still_reading");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the listeners. */
    @Override
    public int getPhase() {
        return 0;
    }
}
