package com.dmverify.support.topic;

import com.dmverify.schemas.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that are missing, before the listeners start, and compares the others with their declaration. A topic
 * that exists is never changed. Where topics may not be created a warning is logged, and the start goes on. Where Kafka is
 * away they are created later, before the application is ready.
 */
public final class TopicCreation implements SmartLifecycle {

    /** Before everything that reads or writes topics. */
    private static final int PHASE = Integer.MIN_VALUE + 1000;

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private final Supplier<Map<String, Object>> kafka;
    private final List<TopicSpec> topics;
    private final TopicProperties properties;
    private final TopicComparison comparison;
    private final int timeoutMillis;
    private boolean done;

    TopicCreation(
            Supplier<Map<String, Object>> kafka,
            List<TopicSpec> topics,
            TopicProperties properties,
            TopicComparison comparison,
            int timeoutMillis) {
        this.kafka = kafka;
        this.topics = topics;
        this.properties = properties;
        this.comparison = comparison;
        this.timeoutMillis = timeoutMillis;
        this.done = topics.isEmpty();
    }

    @Override
    public void start() {
        try {
            create();
        } catch (ExecutionException e) {
            log.atWarn().addKeyValue("reason", String.valueOf(e.getCause())).log("kafka.topics_not_created_yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Creates what is missing, once. Returns when it is there.
     *
     * @throws ExecutionException if Kafka does not answer: try again
     */
    public synchronized boolean create() throws ExecutionException, InterruptedException {
        if (done) {
            return true;
        }
        try (Admin admin = Admin.create(kafka.get())) {
            comparison.compare(admin, properties.create() ? createMissing(admin, topics) : topics);
        }
        done = true;
        return true;
    }

    /**
     * Creates those of these topics that are missing, which were not known at start. Returns when they are there.
     *
     * @param declared without prefix
     * @throws ExecutionException if Kafka does not answer: try again
     */
    public void createMore(List<TopicSpec> declared) throws ExecutionException, InterruptedException {
        List<TopicSpec> more = declared.stream().map(properties::deployed).toList();
        if (more.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(kafka.get())) {
            comparison.compare(admin, properties.create() ? createMissing(admin, more) : more);
        }
    }

    /** The topics that were there before. */
    private List<TopicSpec> createMissing(Admin admin, List<TopicSpec> wanted)
            throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<Void>> results = admin.createTopics(
                        wanted.stream().map(properties::asNew).toList(),
                        new CreateTopicsOptions().timeoutMs(timeoutMillis))
                .values();
        List<TopicSpec> existing = new ArrayList<>();
        for (TopicSpec topic : wanted) {
            KafkaFuture<Void> created = results.get(topic.name());
            if (created != null && exists(topic, created)) {
                existing.add(topic);
            }
        }
        return existing;
    }

    private static boolean exists(TopicSpec topic, KafkaFuture<Void> created)
            throws ExecutionException, InterruptedException {
        try {
            created.get();
            log.atInfo()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("owner", topic.owner())
                    .log("kafka.topic_created");
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            // A broker that has just started is fenced for a moment, and takes no replica.
            if (e.getCause() instanceof RetriableException
                    || e.getCause() instanceof InvalidReplicationFactorException) {
                throw e;
            }
            log.atWarn()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("reason", String.valueOf(e.getCause()))
                    .log("kafka.topic_not_created");
            return false;
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
