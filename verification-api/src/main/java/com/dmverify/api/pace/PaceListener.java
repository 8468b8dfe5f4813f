package com.dmverify.api.pace;

import com.dmverify.events.SendingPace;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
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
 * The door for what the senders say of their pace. Every replica reads the whole topic from its beginning, in no group and
 * without commits: it is compacted, so that is one record for each account. Without the topic or without Kafka it tries
 * quietly again; an eta is then unknown, and nothing else is amiss.
 */
final class PaceListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PaceListener.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EventCodec codec;
    private final Paces paces;
    private final Counter unreadable;
    private final PaceProperties properties;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> listening;
    private volatile @Nullable Thread thread;
    private boolean troubled;

    PaceListener(
            Supplier<Consumer<String, byte[]>> consumers,
            EventCodec codec,
            Paces paces,
            Counter unreadable,
            PaceProperties properties) {
        this.consumers = consumers;
        this.codec = codec;
        this.paces = paces;
        this.unreadable = unreadable;
        this.properties = properties;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("dm-pace").start(this::listen);
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
                trouble(e);
            } finally {
                listening = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        PacePartitions partitions = new PacePartitions(consumer, properties.lookPatience());
        while (goesOn()) {
            if (partitions.areThere()) {
                consumer.poll(properties.pollPatience()).forEach(this::hear);
                troubled = false;
            } else {
                pause();
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                paces.forget(record.key());
            } else {
                paces.heard(codec.decode(record.value(), SendingPace.class));
            }
        } catch (Throwable e) { // whatever a record does, the next one is heard
            unreadable.increment();
            log.atWarn()
                    .addKeyValue("origin", record.topic() + "-" + record.partition() + "@" + record.offset())
                    .addKeyValue("cause", e.getMessage())
                    .log("pace.unreadable");
        }
    }

    /** Told once until it is over. */
    private void trouble(Throwable cause) {
        if (!troubled) {
            log.atWarn().addKeyValue("cause", cause.toString()).log("pace.unheard");
        }
        troubled = true;
        pause();
    }

    private boolean goesOn() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopped.await(properties.retryEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("No longer listening to {}", Topics.DM_PACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null && !thread.join(GOODBYE)) {
                log.warn("Still listening to {} after {}", Topics.DM_PACE, GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
