package com.dmverify.api.event;

import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes the topics that are missing, as the broker's defaults have it but for the partitions of the orders. What an operator
 * made stays as it is: more partitions for a topic with keys would tear the orders of an account apart. Where nothing can be
 * made, it says so and goes on: somebody else may, and the service starts without Kafka too.
 */
final class MissingTopics implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(MissingTopics.class);

    /** A dead letter carries three headers more than the record that it was. */
    private static final Map<String, String> LARGER_MESSAGES = Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2097152");

    private final Map<String, Object> broker;
    private final int orderPartitions;
    private final int patienceMillis;

    MissingTopics(Map<String, Object> broker, int orderPartitions, Duration patience) {
        this.broker = broker;
        this.orderPartitions = orderPartitions;
        this.patienceMillis = (int) patience.toMillis();
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Admin admin = Admin.create(broker)) {
            Map<String, KafkaFuture<Void>> making = make(admin);
            for (Map.Entry<String, KafkaFuture<Void>> topic : making.entrySet()) {
                boolean wasThere = !isNew(topic.getValue());
                if (wasThere && topic.getKey().equals(Topics.VERIFICATION_REQUESTED)) {
                    compare(admin);
                }
            }
        } catch (ExecutionException e) {
            log.warn("Cannot make the topics, or look at them: {}", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, KafkaFuture<Void>> make(Admin admin) {
        List<NewTopic> wanted = List.of(
                new NewTopic(Topics.VERIFICATION_REQUESTED, Optional.of(orderPartitions), Optional.empty()),
                asTheBrokerHasIt(Topics.VERIFICATION_EVENTS),
                asTheBrokerHasIt(Topics.DM_ATTEMPTED),
                asTheBrokerHasIt(Topics.X_ACTIVITY),
                asTheBrokerHasIt(Topics.OPT_OUTS)
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
                asTheBrokerHasIt(Topics.DM_ATTEMPTED + Topics.DLT).configs(LARGER_MESSAGES),
                asTheBrokerHasIt(Topics.X_ACTIVITY + Topics.DLT).configs(LARGER_MESSAGES));
        return admin.createTopics(wanted, new CreateTopicsOptions().timeoutMs(patienceMillis))
                .values();
    }

    private void compare(Admin admin) throws ExecutionException, InterruptedException {
        String orders = Topics.VERIFICATION_REQUESTED;
        int there = admin
                .describeTopics(List.of(orders), new DescribeTopicsOptions().timeoutMs(patienceMillis))
                .allTopicNames()
                .get()
                .values()
                .stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
        if (there < orderPartitions) {
            log.warn(
                    "Topic {} has fewer partitions ({}) than dm-verify.topics.order-partitions ({}): accounts and lanes share"
                            + " them and wait for each other. Add partitions while no order is under way",
                    orders,
                    there,
                    orderPartitions);
        }
    }

    private static NewTopic asTheBrokerHasIt(String name) {
        return new NewTopic(name, Optional.empty(), Optional.empty());
    }

    /** False where the topic was there before. */
    private static boolean isNew(KafkaFuture<Void> made) throws ExecutionException, InterruptedException {
        try {
            made.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }
}
