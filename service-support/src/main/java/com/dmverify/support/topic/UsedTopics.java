package com.dmverify.support.topic;

import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.Topics;
import java.util.List;
import java.util.stream.Stream;

/**
 * The topics that the application writes or reads, without prefix. A bean of this type is created where it is missing, as
 * {@link Topics} declares it: by its owner, or by a reader that starts before the owner. What exists is never changed.
 *
 * @param topics as declared
 */
public record UsedTopics(List<TopicSpec> topics) {

    public UsedTopics {
        topics = List.copyOf(topics);
    }

    /** The topics of these names. */
    public static UsedTopics of(String... names) {
        return new UsedTopics(Stream.of(names).map(Topics::spec).toList());
    }
}
