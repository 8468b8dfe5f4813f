package com.dmverify.support.follow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a compacted topic from its beginning and follows it, in each replica, in no group and without commits. Without the topic
 * or without Kafka it tries again.
 */
public final class TopicFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile @Nullable Thread thread;
    private @Nullable String lastFailure;

    /**
     * A follower of this topic.
     *
     * @param topic as it is on the broker
     * @param reader takes each record; what it throws begins the topic anew
     */
    public TopicFollower(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        this.consumers = consumers;
        this.topic = topic;
        this.reader = reader;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("follow-" + topic).start(this::run);
    }

    /** Whether what was in the topic at the start is read; waits for it no longer than this. */
    public boolean awaitCaughtUp(Duration time) throws InterruptedException {
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
            consumer.poll(POLL).forEach(reader);
            lastFailure = null;
        }
    }

    /** Logs the same failure once. */
    private void failed(Throwable failure) {
        String reason = failure.toString();
        if (!reason.equals(lastFailure)) {
            log.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("reason", reason)
                    .log("topic.unreachable");
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
                log.atWarn().addKeyValue("topic", topic).log("topic.still_reading");
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
