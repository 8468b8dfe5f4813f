package com.dmverify.sender.publish;

import com.dmverify.support.topic.WantedTopic;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topics that are made at start where they are missing. A topic that exists is never changed.
 *
 * @param partitions of each: at least as many as accounts that are not to wait for each other
 * @param replicas of each; -1 leaves the number to the broker
 */
@ConfigurationProperties("dm-verify.sender.topics")
public record TopicProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("-1") short replicas) {

    WantedTopic partitioned(String name) {
        return replicated(WantedTopic.of(name).partitions(partitions));
    }

    /** The same topic with the configured number of replicas. */
    public WantedTopic replicated(WantedTopic topic) {
        return replicas < 1 ? topic : topic.replicas(replicas);
    }
}
