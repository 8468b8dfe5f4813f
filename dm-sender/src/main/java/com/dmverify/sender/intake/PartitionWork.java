package com.dmverify.sender.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The records of one partition in one batch: handled side by side, and then how far the partition has come. */
public final class PartitionWork {

    private final Map<TopicPartition, Progress> progress = new ConcurrentHashMap<>();
    private final OrderHandler handler;
    private final RecordTrace trace;
    private final Closing closing;
    private final Clock clock;
    private final int concurrency;

    /** @param concurrency how many records of one partition are handled at a time */
    public PartitionWork(OrderHandler handler, RecordTrace trace, Closing closing, Clock clock, int concurrency) {
        this.handler = handler;
        this.trace = trace;
        this.closing = closing;
        this.clock = clock;
        this.concurrency = concurrency;
    }

    /** @param records in the order of their offsets, at least one */
    Position work(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Progress ahead = progress.computeIfAbsent(partition, _ -> new Progress());
        List<ConsumerRecord<String, byte[]>> open = records.stream()
                .filter(record -> !ahead.isFinished(record.offset()))
                .toList();
        List<Optional<Instant>> comeBacks = Concurrently.map(open, concurrency, record -> handle(record, ahead));

        long next = records.getLast().offset() + 1;
        Instant earliest = null;
        for (int i = open.size() - 1; i >= 0; i--) {
            if (comeBacks.get(i).isPresent()) {
                next = open.get(i).offset();
                earliest = earlier(comeBacks.get(i).get(), earliest);
            }
        }
        ahead.advanceTo(next);
        return new Position(partition, next, earliest);
    }

    /** The partition belongs to somebody else now. */
    void forget(TopicPartition partition) {
        progress.remove(partition);
    }

    private Optional<Instant> handle(ConsumerRecord<String, byte[]> record, Progress ahead) {
        if (closing.isClosing()) {
            return Optional.of(clock.instant());
        }
        Optional<Instant> comeBack = trace.around(record, () -> handler.handle(record));
        if (comeBack.isEmpty()) {
            ahead.finished(record.offset());
        }
        return comeBack;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
