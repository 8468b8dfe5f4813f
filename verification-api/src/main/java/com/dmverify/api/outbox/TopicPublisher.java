package com.dmverify.api.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the records of one topic, in a thread of its own. */
final class TopicPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(TopicPublisher.class);

    private final String topic;
    private final Supplier<Producer<String, byte[]>> producer;
    private final BlockingQueue<Waiting> queue;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean stopped;

    private record Waiting(KafkaRecord record, Consumer<Boolean> done) {}

    TopicPublisher(String topic, Supplier<Producer<String, byte[]>> producer, int capacity) {
        this.topic = topic;
        this.producer = producer;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofVirtual().name("outbox-" + topic).start(this::run);
    }

    /**
     * Takes the record, unless too many wait.
     *
     * @param done called once with whether every in-sync replica has the record; not called if it was not taken
     */
    boolean offer(KafkaRecord record, Consumer<Boolean> done) {
        if (stopped) {
            return false;
        }
        underWay.incrementAndGet();
        boolean taken = queue.offer(new Waiting(record, done));
        if (!taken) {
            underWay.decrementAndGet();
        }
        return taken;
    }

    /** Waits for what was taken, not longer than this. */
    void stop(Duration longest) throws InterruptedException {
        stopped = true;
        long end = System.nanoTime() + longest.toNanos();
        while (underWay.get() > 0 && System.nanoTime() - end < 0) {
            thread.join(Duration.ofMillis(10));
        }
        thread.interrupt();
    }

    private void run() {
        try {
            List<Waiting> batch = new ArrayList<>();
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch);
                batch.forEach(this::send);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Waiting waiting) {
        try {
            var _ = producer.get()
                    .send(waiting.record().toProducerRecord(), (metadata, error) -> finish(waiting, error));
        } catch (RuntimeException e) {
            finish(waiting, e);
        }
    }

    private void finish(Waiting waiting, @Nullable Throwable error) {
        if (error == null) {
            failing.set(false);
        } else if (!failing.getAndSet(true)) {
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("cause", error.toString())
                    .log("outbox.publish_delayed");
        }
        waiting.done().accept(error == null);
        underWay.decrementAndGet();
    }
}
