package com.dmverify.support.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic that the application needs. A bean of this type is created where it is missing, and never changed: more
 * partitions would move keys.
 *
 * @param name its name
 * @param partitions how many; empty: as the broker's default says
 * @param replicas how many copies; empty: as the broker's default says
 * @param config its settings, where they differ from the broker's
 */
public record WantedTopic(
        String name, Optional<Integer> partitions, Optional<Short> replicas, Map<String, String> config) {

    /** A retry or a dead letter carries some headers more than the record that it was, which may have 1 MiB. */
    private static final String LARGER = "2097152";

    public WantedTopic {
        if (name.isBlank() || partitions.filter(count -> count < 1).isPresent()) {
            throw new IllegalArgumentException("A topic needs a name and at least one partition: " + name);
        }
        config = Map.copyOf(config);
    }

    /** As the broker's defaults have it. */
    public static WantedTopic of(String name) {
        return new WantedTopic(name, Optional.empty(), Optional.empty(), Map.of());
    }

    /** With this number of partitions. */
    public WantedTopic partitions(int count) {
        return new WantedTopic(name, Optional.of(count), replicas, config);
    }

    /** With this number of copies. */
    public WantedTopic replicas(int count) {
        return new WantedTopic(name, partitions, Optional.of((short) count), config);
    }

    /** Keeps the latest record of each key. */
    public WantedTopic compacted() {
        return with(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** Takes records that are somewhat larger than the broker's default of 1 MiB: for retries and dead letters. */
    public WantedTopic largerMessages() {
        return with(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGER);
    }

    /** With another setting. */
    public WantedTopic with(String setting, String value) {
        Map<String, String> more = new HashMap<>(config);
        more.put(setting, value);
        return new WantedTopic(name, partitions, replicas, more);
    }

    NewTopic asNew() {
        return new NewTopic(name, partitions, replicas).configs(config);
    }
}
