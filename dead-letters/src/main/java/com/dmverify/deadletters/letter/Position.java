package com.dmverify.deadletters.letter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where a record lies: {@code topic-partition@offset}. Topic names are as Kafka allows them.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record Position(String topic, int partition, long offset) {

    private static final Pattern WRITTEN = Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    public Position {
        if (topic.isEmpty() || partition < 0 || offset < 0) {
            throw new IllegalArgumentException("No position: " + topic + "-" + partition + "@" + offset);
        }
    }

    /** Reads it; empty if it is none. */
    public static Optional<Position> parse(@Nullable String written) {
        Matcher matcher = WRITTEN.matcher(written == null ? "" : written);
        return matcher.matches()
                ? Optional.of(new Position(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** Its partition, in Kafka's words. */
    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
