package com.dmverify.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way from the outbox to Kafka. The producer acknowledges when a test says so, and blocks on one topic. */
class OutboxRelayTest {

    private static final String EVENTS = "verification.events";
    private static final String BLOCKED = "blocked";
    private static final int QUEUE = 4;
    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final CountDownLatch unblocked = new CountDownLatch(1);
    private final BlockingProducer producer = new BlockingProducer();
    private final Removals outbox = new Removals();
    private OutboxRelay relay = relay(QUEUE, 500);

    @AfterEach
    void stop() throws InterruptedException {
        unblocked.countDown();
        acknowledgeUntilStopped();
    }

    @Test
    void aRecordIsPublishedAndThenRemoved() {
        relay.publish(List.of(entry(EVENTS, "1")));
        await().until(() -> producer.history().size() == 1);
        assertThat(outbox.batches).isEmpty();

        producer.completeNext();

        await().until(() -> outbox.removed().equals(List.of("1")));
        assertThat(producer.history().getFirst().topic()).isEqualTo(EVENTS);
        assertThat(producer.history().getFirst().key()).isEqualTo("key-1");
    }

    @Test
    void recordsOfATopicArePublishedInTheirOrder() {
        restart(100, 500);

        relay.publish(entries(EVENTS, 50));

        await().until(() -> producer.history().size() == 50);
        assertThat(producer.history().stream().map(ProducerRecord::key))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "key-" + i).toList());
    }

    @Test
    void publishedRecordsAreRemovedInBatches() {
        // Given: the first removal waits, so that the others gather behind it
        restart(100, 10);
        CompletableFuture<Void> first = new CompletableFuture<>();
        outbox.next = Mono.fromFuture(first);
        relay.publish(entries(EVENTS, 26));
        await().until(() -> producer.history().size() == 26);
        producer.completeNext();
        await().until(() -> outbox.begun.get() == 1);

        // When
        IntStream.range(1, 26).forEach(i -> producer.completeNext());
        first.complete(null);

        // Then
        await().until(() -> outbox.removed().size() == 26);
        assertThat(outbox.batches).extracting(List::size).containsExactly(1, 10, 10, 5);
    }

    @Test
    void aRecordThatKafkaDoesNotTakeStaysAndIsPublishedAgainByTheSweeper() {
        OutboxEntry entry = entry(EVENTS, "1");
        relay.publish(List.of(entry));
        await().until(() -> producer.history().size() == 1);

        producer.errorNext(new TimeoutException("Kafka is away"));
        await().until(() -> {
            relay.publish(List.of(entry));
            return producer.history().size() == 2;
        });

        assertThat(outbox.batches).isEmpty();
        producer.completeNext();
        await().until(() -> outbox.removed().equals(List.of("1")));
    }

    @Test
    void aRecordThatIsUnderWayIsNotPublishedTwice() {
        OutboxEntry entry = entry(EVENTS, "1");
        relay.publish(List.of(entry));
        await().until(() -> producer.history().size() == 1);

        relay.publish(List.of(entry, entry(EVENTS, "2")));

        await().until(() -> producer.history().size() == 2);
        assertThat(producer.history().getLast().key()).isEqualTo("key-2");
    }

    @Test
    void aRecordThatCouldNotBeRemovedIsPublishedAgainByTheSweeper() {
        OutboxEntry entry = entry(EVENTS, "1");
        outbox.next = Mono.error(new IllegalStateException("Redis is away"));
        relay.publish(List.of(entry));
        await().until(producer::completeNext);

        await().until(() -> {
            relay.publish(List.of(entry));
            return producer.history().size() == 2;
        });

        producer.completeNext();
        await().until(() -> outbox.removed().equals(List.of("1")));
    }

    @Test
    void aTopicThatCannotBeWrittenHoldsUpNoOther() {
        relay.publish(List.of(entry(BLOCKED, "1"), entry(EVENTS, "2")));

        await().until(() -> producer.history().size() == 1);
        producer.completeNext();

        await().until(() -> outbox.removed().equals(List.of("2")));
        assertThat(producer.history().getFirst().topic()).isEqualTo(EVENTS);
    }

    @Test
    void aFullQueueLeavesRecordsToTheSweeper() {
        // Given: one record in the hands of the producer, which blocks, and a full queue
        List<OutboxEntry> all = entries(BLOCKED, QUEUE + 3);
        relay.publish(all.subList(0, 1));
        await().until(() -> producer.blocked.getCount() == 0);
        relay.publish(all);
        unblocked.countDown();
        await().until(() -> producer.history().size() == QUEUE + 1);
        relay.publish(List.of(entry(EVENTS, "last")));
        await().until(() -> producer.history().size() == QUEUE + 2);

        // When: the sweeper finds what is left
        relay.publish(all);

        // Then: each was published once
        await().until(() -> producer.history().size() == QUEUE + 4);
        assertThat(producer.history().stream()
                        .filter(record -> record.topic().equals(BLOCKED))
                        .map(ProducerRecord::key))
                .containsExactlyElementsOf(
                        IntStream.range(0, QUEUE + 3).mapToObj(i -> "key-" + i).toList());
    }

    @Test
    void aStopWaitsForWhatIsUnderWay() throws Exception {
        relay.publish(entries(EVENTS, 3));
        await().until(() -> producer.history().size() == 3);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::destroy);
        for (int i = 0; i < 3; i++) {
            assertThat(stopped).isNotDone();
            producer.completeNext();
        }

        stopped.get(TIME_OUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(outbox.removed()).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void aStopWaitsForTheLastRemoval() throws Exception {
        CompletableFuture<Void> removal = new CompletableFuture<>();
        outbox.next = Mono.fromFuture(removal);
        relay.publish(entries(EVENTS, 2));
        await().until(() -> producer.history().size() == 2);
        producer.completeNext();
        await().until(() -> outbox.begun.get() == 1);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::destroy);
        producer.completeNext();
        assertThat(stopped).isNotDone();
        removal.complete(null);

        stopped.get(TIME_OUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(outbox.removed()).containsExactly("0", "1");
    }

    @Test
    void aRecordThatComesAfterTheStopIsLeftToTheSweeper() throws Exception {
        relay.publish(List.of(entry(EVENTS, "1")));
        await().until(producer::completeNext);
        destroy();

        relay.publish(List.of(entry(EVENTS, "2")));

        assertThat(producer.history()).hasSize(1);
        assertThat(outbox.removed()).containsExactly("1");
    }

    private void destroy() {
        try {
            relay.destroy();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void acknowledgeUntilStopped() {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::destroy);
        await().until(() -> {
            while (producer.completeNext()) {
                // All that it was given is in Kafka.
            }
            return stopped.isDone();
        });
    }

    private void restart(int queue, int batch) {
        destroy();
        relay = relay(queue, batch);
    }

    private OutboxRelay relay(int queue, int batch) {
        Duration second = Duration.ofSeconds(1);
        OutboxProperties properties = new OutboxProperties(
                queue, second, batch, TIME_OUT, second, second, 10, TIME_OUT, second, Duration.ofDays(1), TIME_OUT);
        return new OutboxRelay(() -> producer, outbox, properties);
    }

    private static List<OutboxEntry> entries(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry(topic, String.valueOf(i)))
                .toList();
    }

    private static OutboxEntry entry(String topic, String id) {
        return new OutboxEntry(
                "stream", id, new KafkaRecord(Instant.EPOCH, topic, "key-" + id, Map.of(), new byte[] {1}));
    }

    /** Blocks on one topic, as a producer does without metadata. */
    private final class BlockingProducer extends MockProducer<String, byte[]> {

        private final CountDownLatch blocked = new CountDownLatch(1);

        BlockingProducer() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // who looks at the history does not wait for it
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (record.topic().equals(BLOCKED)) {
                blocked.countDown();
                try {
                    unblocked.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return super.send(record, callback);
        }
    }

    /** Remembers what was removed. */
    private static final class Removals implements Outbox {

        private final List<List<String>> batches = new CopyOnWriteArrayList<>();
        private final AtomicInteger begun = new AtomicInteger();
        private volatile Mono<Void> next = Mono.empty();

        List<String> removed() {
            return batches.stream().flatMap(List::stream).toList();
        }

        @Override
        public Mono<Void> remove(Map<String, List<String>> ids) {
            Mono<Void> answer = next;
            next = Mono.empty();
            begun.incrementAndGet();
            return answer.then(Mono.fromRunnable(() -> ids.values().forEach(batch -> batches.add(List.copyOf(batch)))));
        }

        @Override
        public Flux<OutboxEntry> findOlderThan(Duration age, String stream) {
            return Flux.empty();
        }

        @Override
        public Mono<Boolean> isLate(Duration age) {
            return Mono.just(false);
        }

        @Override
        public Mono<Long> waiting() {
            return Mono.just(0L);
        }
    }
}
