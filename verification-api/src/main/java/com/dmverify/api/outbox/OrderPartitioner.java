package com.dmverify.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Verification;
import com.dmverify.schemas.OrderKey;
import com.dmverify.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the partition of what the outbox publishes. The orders of an account stay in one partition, or in as many as it has
 * lanes; those of one verification always in the same. Every other record goes where Kafka's own partitioner would put it:
 * {@code toPositive(murmur2(key)) % partitions}, the producer's default since 0.8.2.
 */
public final class OrderPartitioner implements Partitioner {

    /** The key of a verification's orders: the account, and the lane if it has several. */
    static String key(Verification verification) {
        SendingAccount account = verification.delivery().account();
        int lane = Math.floorMod(verification.id().value().hashCode(), account.lanes());
        return (account.lanes() == 1 ? OrderKey.of(account.name()) : new OrderKey(account.name(), lane)).toString();
    }

    @Override
    public int partition(
            String topic,
            Object key,
            byte[] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        int partitions = cluster.partitionsForTopic(topic).size();
        // Whatever the prefix: the name of no other topic ends so.
        return topic.endsWith(Topics.VERIFICATION_REQUESTED)
                ? partition(String.valueOf(key), partitions)
                : Utils.toPositive(Utils.murmur2(keyBytes)) % partitions;
    }

    /**
     * Neighbouring lanes have neighbouring partitions, so that no two share one while there are enough; the first has the one
     * that Kafka chooses for the bare name.
     */
    static int partition(String key, int partitions) {
        int separator = key.indexOf(OrderKey.SEPARATOR);
        String name = separator < 0 ? key : key.substring(0, separator);
        int lane = separator < 0 ? 0 : Integer.parseInt(key.substring(separator + 1));
        int first = Utils.toPositive(Utils.murmur2(name.getBytes(UTF_8))) % partitions;
        return (first + lane) % partitions;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    @Override
    public void configure(Map<String, ?> configuration) {
        // There is nothing to configure.
    }
}
