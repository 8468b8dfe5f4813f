package com.dmverify.support.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.schemas.SchemaEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("schemas", 0);

    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
    private final TopicFollower follower = new TopicFollower(() -> kafka, PARTITION.topic(), record -> {});

    @Test
    void itHasCaughtUpOnceWhatWasThereIsRead() throws InterruptedException {
        // Given a topic with one entry, which arrives with the second poll
        SchemaEntry entry = SchemaEntry.own().getFirst();
        AtomicReference<Boolean> before = new AtomicReference<>();
        kafka.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo("schemas", 0, Node.noNode(), new Node[0], new Node[0])));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
        kafka.updateEndOffsets(Map.of(PARTITION, 1L));
        kafka.schedulePollTask(() -> {});
        kafka.schedulePollTask(() -> {
            before.set(hasCaughtUp());
            kafka.addRecord(new ConsumerRecord<>(
                    "schemas", 0, 0, entry.fingerprint(), entry.json().getBytes(UTF_8)));
        });

        // When
        follower.start();

        // Then
        assertThat(follower.awaitCaughtUp(LONG)).isTrue();
        assertThat(before.get()).isFalse();
        follower.stop();
    }

    private boolean hasCaughtUp() {
        try {
            return follower.awaitCaughtUp(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
