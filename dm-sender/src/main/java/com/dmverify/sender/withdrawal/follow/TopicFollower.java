package com.dmverify.sender.withdrawal.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one topic on a thread of its own. Whatever goes wrong, it begins again at the shared positions. */
final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final FollowedTopic topic;
    private final Positions positions;
    private final Function<FollowedTopic, Consumer<String, byte[]>> consumers;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    TopicFollower(
            FollowedTopic topic, Positions positions, Function<FollowedTopic, Consumer<String, byte[]>> consumers) {
        this.topic = topic;
        this.positions = positions;
        this.consumers = consumers;
        this.thread = Thread.ofPlatform().name("follow-" + topic.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!isStopping(Duration.ZERO)) {
            try (Consumer<String, byte[]> consumer = consumers.apply(topic)) {
                follow(consumer);
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        FollowedPartitions followed = new FollowedPartitions(consumer, topic, positions);
        consumer.subscribe(List.of(topic.name()), new PausedFirst(consumer, followed));
        while (!isStopping(Duration.ZERO)) {
            var records = consumer.poll(POLL);
            try {
                followed.keep(records);
                followed.find();
            } catch (WakeupException e) {
                throw e;
            } catch (RuntimeException e) {
                // Redis is away, for example. The consumer stays in its group, and its partitions begin again.
                followed.forget();
                consumer.pause(consumer.assignment());
                failed(e);
            }
        }
    }

    /** Never throws: the thread has to go on, or no message is sent any more. */
    private void failed(Throwable e) {
        try {
            LOG.atWarn().addKeyValue("topic", topic.name()).setCause(e).log("withdrawals.not_followed");
        } catch (Throwable _) {
            // No memory to log with. The pause follows all the same.
        }
        isStopping(PAUSE);
    }

    private boolean isStopping(Duration wait) {
        try {
            return stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends after the records in hand are kept. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(PAUSE.multipliedBy(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is read of a new partition before its position is found. */
    private record PausedFirst(Consumer<?, ?> consumer, FollowedPartitions followed)
            implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            followed.forget(partitions);
        }
    }
}
