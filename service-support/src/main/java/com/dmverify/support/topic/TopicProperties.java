package com.dmverify.support.topic;

import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics are named and created.
 *
 * @param prefix before every name: several deployments share a broker
 * @param create whether missing topics are created; off where an operator such as Strimzi owns them
 * @param partitions instead of the declared number, for small installations; 0: as declared. A topic with one keeps it
 * @param replicas copies of each topic; 0: the broker's default
 */
@ConfigurationProperties("dm-verify.topics")
record TopicProperties(
        @DefaultValue("") String prefix,
        @DefaultValue("true") boolean create,
        @DefaultValue("0") int partitions,
        @DefaultValue("0") short replicas) {

    private static final int REPLICAS_OF_A_SAFE_TOPIC = 3;

    TopicProperties {
        if (partitions < 0 || replicas < 0) {
            throw new IllegalArgumentException("dm-verify.topics: partitions and replicas must not be negative");
        }
    }

    TopicNames names() {
        return new TopicNames(prefix);
    }

    /** The topic as this deployment has it. */
    TopicSpec deployed(TopicSpec declared) {
        TopicSpec topic = names().of(declared);
        return partitions == 0 || topic.partitions() == 1 ? topic : topic.withPartitions(partitions);
    }

    NewTopic asNew(TopicSpec topic) {
        return new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        replicas == 0 ? Optional.empty() : Optional.of(replicas))
                .configs(config(topic));
    }

    /** With three replicas a record is acknowledged when two have it, so that the loss of one broker loses none. */
    private Map<String, String> config(TopicSpec topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        if (replicas >= REPLICAS_OF_A_SAFE_TOPIC) {
            config.putIfAbsent(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return config;
    }
}
