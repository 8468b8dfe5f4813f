package com.dmverify.sender.withdrawal.follow;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic that the replicas follow together.
 *
 * @param group the consumer group: each partition is read by one replica
 * @param start where a partition begins whose position is not known
 * @param handler keeps what stands in records of one partition; throws if that is not possible now
 */
public record FollowedTopic(
        String name, String group, StartPosition start, Consumer<List<ConsumerRecord<String, byte[]>>> handler) {}
