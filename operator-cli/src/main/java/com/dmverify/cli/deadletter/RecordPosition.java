package com.dmverify.cli.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where a record is stored, written {@code topic-partition@offset}. Topic names are as Kafka allows them.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record RecordPosition(String topic, int partition, long offset) {

    private static final Pattern WRITTEN = Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    public RecordPosition {
        if (topic.isEmpty() || partition < 0 || offset < 0) {
            throw new IllegalArgumentException("not a position: " + topic + "-" + partition + "@" + offset);
        }
    }

    /** Reads a position; empty if the text is none. */
    public static Optional<RecordPosition> parse(@Nullable String written) {
        Matcher matcher = WRITTEN.matcher(written == null ? "" : written);
        return matcher.matches()
                ? Optional.of(new RecordPosition(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
