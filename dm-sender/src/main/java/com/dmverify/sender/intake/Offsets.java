package com.dmverify.sender.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves each partition to where it stands: commits what is finished, goes back to the first record that is not, and
 * pauses the partition until that record's time has come. The consumer polls all the while, so it stays in its group.
 *
 * <p>Everything here happens on the consumer's own thread, because only that one may touch the consumer.
 */
public final class Offsets {

    private static final Logger LOG = LoggerFactory.getLogger(Offsets.class);

    private final Map<TopicPartition, Instant> pausedUntil = new ConcurrentHashMap<>();
    private final Clock clock;

    public Offsets(Clock clock) {
        this.clock = clock;
    }

    /** Applies the positions of one batch. */
    void apply(List<Position> positions, Consumer<?, ?> consumer) {
        commit(positions, consumer);
        for (Position position : positions) {
            Instant comeBack = position.comeBack();
            if (comeBack != null) {
                consumer.seek(position.partition(), position.next());
                consumer.pause(Set.of(position.partition()));
                pausedUntil.put(position.partition(), comeBack);
            }
        }
    }

    /** Goes on with the partitions whose time has come. */
    void resumeDue(Consumer<?, ?> consumer) {
        Instant now = clock.instant();
        Set<TopicPartition> due = consumer.paused().stream()
                .filter(partition -> !pausedUntil.getOrDefault(partition, now).isAfter(now))
                .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            consumer.resume(due);
            due.forEach(pausedUntil::remove);
        }
    }

    /** The partition belongs to somebody else now. */
    void forget(TopicPartition partition) {
        pausedUntil.remove(partition);
    }

    /** How many partitions wait at the moment. */
    public int paused() {
        return pausedUntil.size();
    }

    private static void commit(List<Position> positions, Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = positions.stream()
                .collect(Collectors.toMap(Position::partition, position -> new OffsetAndMetadata(position.next())));
        try {
            consumer.commitSync(offsets);
        } catch (KafkaException e) {
            // A rebalance, or no broker: whoever gets these records again is told by the ledger that they are settled.
            LOG.info("Offsets not committed, records may come again: {}", e.toString());
        }
    }
}
