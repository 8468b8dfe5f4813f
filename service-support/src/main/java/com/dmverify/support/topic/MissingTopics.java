package com.dmverify.support.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that are missing, before the listeners start. A topic that exists is never changed; a difference in
 * partitions is logged. Where topics may not be created it says so and goes on: their owner creates them then. Where Kafka
 * is away they are created later, before the application is ready.
 */
final class MissingTopics implements SmartLifecycle {

    /** Before everything that reads or writes topics. */
    static final int PHASE = Integer.MIN_VALUE + 1000;

    private static final Logger log = LoggerFactory.getLogger(MissingTopics.class);

    private final Supplier<Map<String, Object>> kafka;
    private final List<WantedTopic> wanted;
    private final int timeoutMillis;
    private boolean done;

    MissingTopics(Supplier<Map<String, Object>> kafka, List<WantedTopic> wanted, Duration timeout) {
        this.kafka = kafka;
        this.wanted = wanted;
        this.timeoutMillis = (int) timeout.toMillis();
        this.done = wanted.isEmpty();
    }

    @Override
    public void start() {
        try {
            create();
        } catch (ExecutionException e) {
            log.warn("kafka.topics_not_created_yet: {}", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Creates what is missing, once.
     *
     * @throws ExecutionException if Kafka does not answer: try again
     */
    synchronized boolean create() throws ExecutionException, InterruptedException {
        if (done) {
            return true;
        }
        try (Admin admin = Admin.create(kafka.get())) {
            Map<String, KafkaFuture<Void>> results = admin.createTopics(
                            wanted.stream().map(WantedTopic::asNew).toList(),
                            new CreateTopicsOptions().timeoutMs(timeoutMillis))
                    .values();
            for (WantedTopic topic : wanted) {
                KafkaFuture<Void> created = results.get(topic.name());
                if (created != null && exists(topic.name(), created)) {
                    compare(admin, topic);
                }
            }
        }
        done = true;
        return true;
    }

    private static boolean exists(String name, KafkaFuture<Void> created)
            throws ExecutionException, InterruptedException {
        try {
            created.get();
            log.atInfo().addKeyValue("topic", name).log("kafka.topic_created");
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            if (e.getCause() instanceof RetriableException) {
                throw e;
            }
            log.atWarn()
                    .addKeyValue("topic", name)
                    .addKeyValue("reason", String.valueOf(e.getCause()))
                    .log("kafka.topic_not_created");
            return false;
        }
    }

    private void compare(Admin admin, WantedTopic topic) throws InterruptedException {
        if (topic.partitions().isEmpty()) {
            return;
        }
        try {
            TopicDescription found = admin.describeTopics(
                            List.of(topic.name()), new DescribeTopicsOptions().timeoutMs(timeoutMillis))
                    .allTopicNames()
                    .get()
                    .get(topic.name());
            int partitions = found == null ? 0 : found.partitions().size();
            if (partitions < topic.partitions().get()) {
                log.atWarn()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("partitions", partitions)
                        .addKeyValue("wanted", topic.partitions().get())
                        .log("kafka.topic_has_fewer_partitions");
            }
        } catch (ExecutionException e) {
            log.atWarn()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("reason", String.valueOf(e.getCause()))
                    .log("kafka.topic_not_compared");
        }
    }

    @Override
    public void stop() {
        // nothing goes on
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
