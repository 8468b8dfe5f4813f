package com.dmverify.sender.configuration;

import com.dmverify.schemas.Topics;
import com.dmverify.sender.publication.Publisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes the sender's topics where they are missing. What is there stays as it is: more partitions for a topic with keys
 * would tear the orders of an account apart, and that is for its operator to decide. Where it may not or cannot make
 * them it says so and goes on: somebody else may.
 */
final class MissingTopics implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);
    /** A retry or a dead letter carries some headers more than the record that it was. */
    private static final Map<String, String> LARGER_MESSAGES = Map.of("max.message.bytes", "2097152");
    /** Only the latest of each account is of interest. */
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private final Map<String, Object> broker;
    private final SenderProperties.TopicsToMake topics;

    MissingTopics(Map<String, Object> broker, SenderProperties.TopicsToMake topics) {
        this.broker = broker;
        this.topics = topics;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Admin admin = Admin.create(broker)) {
            CreateTopicsResult result = admin.createTopics(List.of(
                    topic(Topics.VERIFICATION_REQUESTED),
                    topic(Topics.DM_ATTEMPTED),
                    topic(Publisher.RETRY_TOPIC).configs(LARGER_MESSAGES),
                    topic(Publisher.DEAD_LETTER_TOPIC).configs(LARGER_MESSAGES),
                    new NewTopic(Topics.DM_PACE, 1, topics.replicas()).configs(COMPACTED),
                    // What verification-api owns is made as it would make it: without them nothing is sent.
                    new NewTopic(Topics.VERIFICATION_EVENTS, Optional.empty(), Optional.empty()),
                    new NewTopic(Topics.OPT_OUTS, Optional.empty(), Optional.empty()).configs(COMPACTED)));
            result.values().forEach(MissingTopics::await);
        }
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, topics.partitions(), topics.replicas());
    }

    private static void await(String name, KafkaFuture<Void> made) {
        try {
            made.get();
            LOG.info("Made topic {}", name);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                LOG.warn("Cannot make topic {}: {}", name, String.valueOf(e.getCause()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
