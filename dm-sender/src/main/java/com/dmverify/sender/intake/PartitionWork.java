package com.dmverify.sender.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The records of one partition in one batch, handled side by side; what became of each goes into its progress. */
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

    /** @param records in the order of their offsets, at least one */
    void work(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Progress progress = partitions.of(partition);
        List<ConsumerRecord<String, byte[]>> open = records.stream()
                .filter(record -> progress.isOpen(record.offset()))
                .toList();
        Concurrently.run(open, concurrency, record -> handle(record, progress));
        progress.read(records.getFirst().offset(), records.getLast().offset() + 1);
    }

    private void handle(ConsumerRecord<String, byte[]> record, Progress progress) {
        Optional<Instant> comeBack =
                closing.isClosing() ? Optional.of(Instant.MAX) : trace.around(record, () -> handler.handle(record));
        comeBack.ifPresentOrElse(
                until -> progress.waits(record.offset(), until), () -> progress.finished(record.offset()));
    }
}
