package com.dmverify.support.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an acknowledged record survives the loss of a broker: with {@code acks=all} that takes
 * {@code min.insync.replicas} of 2 or more. Source: Kafka 4.2 documentation, topic configuration.
 */
final class TopicDurability {

    private static final Logger log = LoggerFactory.getLogger(TopicDurability.class);
    private static final int FEWEST = 2;

    private final Supplier<Map<String, Object>> kafka;
    private final List<String> topics;
    private final int timeoutMillis;

    TopicDurability(Supplier<Map<String, Object>> kafka, List<String> topics, Duration timeout) {
        this.kafka = kafka;
        this.topics = topics;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    /**
     * One sentence for each topic that may lose records. A topic that does not exist, or whose settings may not be read, is
     * passed over.
     *
     * @throws ExecutionException if Kafka does not answer
     */
    List<String> problems() throws ExecutionException, InterruptedException {
        if (topics.isEmpty()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        try (Admin admin = Admin.create(kafka.get())) {
            Map<ConfigResource, KafkaFuture<Config>> configs = admin.describeConfigs(
                            topics.stream()
                                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                                    .toList(),
                            new DescribeConfigsOptions().timeoutMs(timeoutMillis))
                    .values();
            for (Map.Entry<ConfigResource, KafkaFuture<Config>> config : configs.entrySet()) {
                String topic = config.getKey().name();
                int replicas = minInsyncReplicas(topic, config.getValue());
                if (replicas < FEWEST) {
                    problems.add("Topic " + topic + " has min.insync.replicas=" + replicas
                            + ": the loss of one broker can lose acknowledged records. Set it to 2, with 3 replicas");
                }
            }
        }
        return problems;
    }

    private static int minInsyncReplicas(String topic, KafkaFuture<Config> config)
            throws ExecutionException, InterruptedException {
        try {
            return Integer.parseInt(
                    config.get().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
        } catch (ExecutionException e) {
            boolean isMissing = e.getCause() instanceof UnknownTopicOrPartitionException;
            if (!isMissing && e.getCause() instanceof RetriableException) {
                throw e;
            }
            log.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("reason", String.valueOf(e.getCause()))
                    .log("kafka.topic_durability_unknown");
            return Integer.MAX_VALUE;
        }
    }
}
