package com.dmverify.api.eta;

import com.dmverify.events.RateLimitStatus;
import com.dmverify.schemas.EventCodec;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Consumes the rate limits that dm-sender reports. Every replica reads the whole topic from its beginning, in no group
 * and without commits: the topic is compacted, so that is one record per account. While the topic or Kafka is
 * unavailable, it tries again; only the ETA is unknown then.
 */
final class RateLimitStatusListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RateLimitStatusListener.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final EventCodec codec;
    private final RateLimitStatuses statuses;
    private final Counter unreadable;
    private final EtaProperties properties;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> listening;
    private volatile @Nullable Thread thread;
    private boolean failing;

    RateLimitStatusListener(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            EventCodec codec,
            RateLimitStatuses statuses,
            Counter unreadable,
            EtaProperties properties) {
        this.consumers = consumers;
        this.topic = topic;
        this.codec = codec;
        this.statuses = statuses;
        this.unreadable = unreadable;
        this.properties = properties;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("dm-rate-limits").start(this::listen);
    }

    @Override
    public void stop() {
        stopped.countDown();
        Consumer<String, byte[]> consumer = listening;
        if (consumer != null) {
            consumer.wakeup();
        }
        join(thread);
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void listen() {
        while (goesOn()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                listening = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                return;
            } catch (Throwable e) {
                failed(e);
            } finally {
                listening = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        RateLimitStatusPartitions partitions = new RateLimitStatusPartitions(consumer, topic, properties.lookTimeout());
        while (goesOn()) {
            if (partitions.areThere()) {
                consumer.poll(properties.pollTimeout()).forEach(this::accept);
                failing = false;
            } else {
                pause();
            }
        }
    }

    private void accept(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                statuses.forget(record.key());
            } else {
                statuses.update(codec.decode(record.value(), RateLimitStatus.class));
            }
        } catch (Throwable e) { // whatever a record does, the next one is read
            unreadable.increment();
            log.atWarn()
                    .addKeyValue("origin", record.topic() + "-" + record.partition() + "@" + record.offset())
                    .addKeyValue("cause", e.getMessage())
                    .log("rate_limits.unreadable");
        }
    }

    /** Logs the first of several failures in a row. */
    private void failed(Throwable cause) {
        if (!failing) {
            log.atWarn().addKeyValue("cause", cause.toString()).log("rate_limits.unreachable");
        }
        failing = true;
        pause();
    }

    private boolean goesOn() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopped.await(properties.retryEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("Stopped reading {}", topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private void join(@Nullable Thread started) {
        try {
            if (started != null && !started.join(STOP_TIMEOUT)) {
                log.warn("Still reading {} after {}", topic, STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
