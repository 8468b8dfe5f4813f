package com.dmverify.schemas;

import java.util.regex.Pattern;

/**
 * The names of topics on the broker: several deployments share one by different prefixes.
 *
 * @param prefix stands before every name; may be empty. ACLs name topics literally, with the prefix
 */
public record TopicNames(String prefix) {

    /** What Kafka allows in a name, and short enough for the longest of ours after it. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{0,100}");

    public TopicNames {
        if (!ALLOWED.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "The prefix of topics has at most 100 of the characters A-Z a-z 0-9 . _ -: " + prefix);
        }
    }

    /** The name on the broker of one of {@link Topics}. */
    public String of(String topic) {
        return prefix + topic;
    }

    /** The topic as it is on the broker. */
    public TopicSpec of(TopicSpec topic) {
        return topic.named(of(topic.name()));
    }
}
