package com.dmverify.sender.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One pass over one partition: those whose time has come and those just read, handled side by side; what became of each
 * goes into its progress.
 */
public final class PartitionWork {

    private final OrderHandler handler;
    private final RecordTrace trace;
    private final Closing closing;
    private final Partitions partitions;
    private final int concurrency;

    /** @param concurrency how many records of one partition are handled at a time */
    public PartitionWork(
            OrderHandler handler, RecordTrace trace, Closing closing, Partitions partitions, int concurrency) {
        this.handler = handler;
        this.trace = trace;
        this.closing = closing;
        this.partitions = partitions;
        this.concurrency = concurrency;
    }

    /** @param records just read, in the order of their offsets; may be none */
    void pass(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Progress progress = partitions.of(partition);
        Stream<ConsumerRecord<String, byte[]>> fresh = records.stream().filter(progress::isNew);
        List<ConsumerRecord<String, byte[]>> open =
                Stream.concat(due(progress).stream(), fresh).toList();
        Concurrently.run(open, concurrency, record -> handle(record, progress));
        if (!records.isEmpty()) {
            progress.readTo(records.getLast().offset() + 1);
        }
    }

    /** Two rounds at most: more would keep the consumer from polling. */
    private List<ConsumerRecord<String, byte[]>> due(Progress progress) {
        return closing.isClosing() ? List.of() : progress.due(2 * concurrency);
    }

    private void handle(ConsumerRecord<String, byte[]> record, Progress progress) {
        Optional<Instant> comeBack =
                closing.isClosing() ? Optional.of(Instant.MAX) : trace.around(record, () -> handler.handle(record));
        comeBack.ifPresentOrElse(until -> progress.waits(record, until), () -> progress.finished(record));
    }
}
