package com.dmverify.support.topic;

import com.dmverify.schemas.TopicSpec;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares topics with their declaration. Each difference is logged as {@code kafka.topic_differs} and counted in the gauge
 * {@code kafka.topic.differences} (tag {@code topic}); nothing is changed.
 */
final class TopicComparison {

    private static final Logger log = LoggerFactory.getLogger(TopicComparison.class);
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry meters;
    private final int timeoutMillis;
    private final Map<String, AtomicInteger> differences = new ConcurrentHashMap<>();

    TopicComparison(MeterRegistry meters, int timeoutMillis) {
        this.meters = meters;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Compares these topics.
     *
     * @throws ExecutionException if Kafka does not answer: try again
     */
    void compare(Admin admin, List<TopicSpec> topics) throws ExecutionException, InterruptedException {
        if (topics.isEmpty()) {
            return;
        }
        Map<String, KafkaFuture<TopicDescription>> descriptions = admin.describeTopics(
                        topics.stream().map(TopicSpec::name).toList(),
                        new DescribeTopicsOptions().timeoutMs(timeoutMillis))
                .topicNameValues();
        Map<ConfigResource, KafkaFuture<Config>> configs = admin.describeConfigs(
                        topics.stream().map(TopicComparison::resource).toList(),
                        new DescribeConfigsOptions().timeoutMs(timeoutMillis))
                .values();
        for (TopicSpec topic : topics) {
            TopicDescription description = answer(topic, descriptions.get(topic.name()));
            if (description != null) {
                int found = description.partitions().size();
                compare(topic, "partitions", String.valueOf(found), String.valueOf(topic.partitions()));
                compare(topic, answer(topic, configs.get(resource(topic))));
            }
        }
    }

    private void compare(TopicSpec topic, @Nullable Config config) {
        if (config != null) {
            topic.config().forEach((setting, declared) -> {
                ConfigEntry entry = config.get(setting);
                compare(topic, setting, entry == null ? UNKNOWN : String.valueOf(entry.value()), declared);
            });
        }
    }

    private void compare(TopicSpec topic, String setting, String found, String declared) {
        if (!found.equals(declared)) {
            counter(topic).incrementAndGet();
            log.atWarn()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("setting", setting)
                    .addKeyValue("found", found)
                    .addKeyValue("declared", declared)
                    .log("kafka.topic_differs");
        }
    }

    private AtomicInteger counter(TopicSpec topic) {
        return differences.computeIfAbsent(topic.name(), name -> {
            AtomicInteger count = new AtomicInteger();
            var _ = meters.gauge("kafka.topic.differences", Tags.of("topic", name), count);
            return count;
        });
    }

    /** Null if the topic is missing, or may not be read. */
    private <T> @Nullable T answer(TopicSpec topic, @Nullable KafkaFuture<T> future)
            throws ExecutionException, InterruptedException {
        try {
            return future == null ? null : future.get();
        } catch (ExecutionException e) {
            boolean isMissing = e.getCause() instanceof UnknownTopicOrPartitionException;
            if (!isMissing && e.getCause() instanceof RetriableException) {
                throw e;
            }
            if (isMissing) {
                counter(topic).incrementAndGet();
            }
            log.atWarn()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("owner", topic.owner())
                    .addKeyValue("reason", String.valueOf(e.getCause()))
                    .log(isMissing ? "kafka.topic_missing" : "kafka.topic_not_compared");
            return null;
        }
    }

    private static ConfigResource resource(TopicSpec topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
