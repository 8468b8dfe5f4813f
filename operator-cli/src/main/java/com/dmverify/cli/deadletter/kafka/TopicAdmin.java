package com.dmverify.cli.deadletter.kafka;

import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Lists, describes and creates topics. Every method throws a {@link KafkaException} if Kafka does not respond in time or refuses. */
final class TopicAdmin implements AutoCloseable {

    private final Admin admin;
    private final Set<String> topics;
    private final TopicNames names;

    /** Connects and lists the topics. */
    TopicAdmin(KafkaSettings settings) {
        admin = Admin.create(settings.admin());
        names = settings.topics();
        try {
            topics = new HashSet<>(await(admin.listTopics().names()));
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    boolean has(String topic) {
        return topics.contains(topic);
    }

    /**
     * The given dead letter topics of the deployment that exist; all that exist if none is given. In alphabetical order.
     *
     * @param wanted with the prefix of the deployment or without it
     */
    List<String> deadLetterTopics(Collection<String> wanted) {
        return topics.stream()
                .filter(topic -> topic.endsWith(Topics.DLT) && topic.startsWith(names.prefix()))
                .filter(topic -> wanted.isEmpty()
                        || wanted.contains(topic)
                        || wanted.stream().map(names::of).anyMatch(topic::equals))
                .sorted()
                .toList();
    }

    /** The partitions of these topics, in the order of the topics. */
    List<TopicPartition> partitions(Collection<String> names) {
        Map<String, TopicDescription> described = describe(names);
        return names.stream()
                .flatMap(name -> Optional.ofNullable(described.get(name)).stream())
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Kafka's own id of a topic: one that is deleted and created again has another. */
    Uuid idOf(String topic) {
        TopicDescription described = describe(List.of(topic)).get(topic);
        return described == null ? Uuid.ZERO_UUID : described.topicId();
    }

    /** Creates a compacted topic with one partition and the broker's default replication factor, unless it exists. */
    void createCompacted(String topic) {
        NewTopic compacted = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            await(admin.createTopics(List.of(compacted)).all());
        } catch (TopicExistsException e) {
            // Another process has just created it.
        }
        topics.add(topic);
    }

    private Map<String, TopicDescription> describe(Collection<String> names) {
        return await(admin.describeTopics(names).allTopicNames());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
