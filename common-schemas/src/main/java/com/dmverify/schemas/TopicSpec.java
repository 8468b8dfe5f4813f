package com.dmverify.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it is created where it is missing. A topic that exists is never changed: more partitions would move keys.
 *
 * @param name without the prefix of the deployment
 * @param partitions at least 1
 * @param retention how long a record is kept; null: compacted, the latest record of each key is kept
 * @param maxMessageBytes the longest record; 0: the broker's default
 * @param owner the service that creates the topic
 */
public record TopicSpec(
        String name, int partitions, @Nullable Duration retention, int maxMessageBytes, Service owner) {

    /** So many unless a topic has a reason for another number. */
    public static final int PARTITIONS = 12;

    /**
     * The longest record of a retry or dead letter topic, twice a broker's default: the record that it was may have 1 MiB,
     * and it carries some headers more. Producers of these topics need it as {@code max.request.size}.
     */
    public static final int LARGER_MESSAGE_BYTES = 2 * 1024 * 1024;

    private static final Duration RETRY_RETENTION = Duration.ofDays(8);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    public TopicSpec {
        if (name.isBlank() || partitions < 1 || maxMessageBytes < 0) {
            throw new IllegalArgumentException("A topic needs a name and at least one partition: " + name);
        }
        if (retention != null && retention.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("The retention of topic " + name + " must be longer than 0");
        }
    }

    static TopicSpec kept(String name, Duration retention, Service owner) {
        return new TopicSpec(name, PARTITIONS, retention, 0, owner);
    }

    static TopicSpec compacted(String name, int partitions, Service owner) {
        return new TopicSpec(name, partitions, null, 0, owner);
    }

    /** The topic where {@code reader} keeps what it tries again. */
    TopicSpec retryOf(Service reader) {
        return new TopicSpec(name + Topics.RETRY, partitions, RETRY_RETENTION, LARGER_MESSAGE_BYTES, reader);
    }

    /** The topic where {@code reader} puts what it cannot process. */
    TopicSpec deadLettersOf(Service reader) {
        return new TopicSpec(name + Topics.DLT, partitions, DEAD_LETTER_RETENTION, LARGER_MESSAGE_BYTES, reader);
    }

    /** The same under another name: a prefix before it, or a tenant's name after it. */
    public TopicSpec named(String other) {
        return new TopicSpec(other, partitions, retention, maxMessageBytes, owner);
    }

    /** The same with another number of partitions. */
    public TopicSpec withPartitions(int other) {
        return new TopicSpec(name, other, retention, maxMessageBytes, owner);
    }

    /** Its settings at the broker, by the names of Kafka's topic configuration. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        config.put("cleanup.policy", retention == null ? "compact" : "delete");
        if (retention != null) {
            config.put("retention.ms", String.valueOf(retention.toMillis()));
        }
        if (maxMessageBytes > 0) {
            config.put("max.message.bytes", String.valueOf(maxMessageBytes));
        }
        return config;
    }

    /** The services that own topics. */
    public enum Service {
        VERIFICATION_API,
        DM_SENDER,
        WEBHOOK_RECEIVER
    }
}
