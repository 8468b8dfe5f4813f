package com.dmverify.sender.intake;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** The progress of every partition that this replica owns. */
public final class Partitions {

    private final Map<TopicPartition, Progress> progress = new ConcurrentHashMap<>();
    private final Clock clock;

    public Partitions(Clock clock) {
        this.clock = clock;
    }

    Progress of(TopicPartition partition) {
        return progress.computeIfAbsent(partition, _ -> new Progress(clock));
    }

    /** The partition belongs to somebody else now. */
    void forget(TopicPartition partition) {
        progress.remove(partition);
    }

    /** How many orders wait for a budget, for an account or for the time of a retry. */
    public int waiting() {
        return progress.values().stream().mapToInt(Progress::waiting).sum();
    }
}
