package com.dmverify.sender.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.cast.Desk;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.KafkaStub;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.publication.Publisher;
import com.dmverify.sender.seen.Passages;
import com.dmverify.sender.seen.SenderMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionWorkTest {

    private static final TopicPartition PARTITION = new TopicPartition("verification.requested", 1);

    private final Desk desk = new Desk();
    private final KafkaStub kafka = new KafkaStub();
    private final EventCodec codec = new EventCodec();
    private final Closing closing = new Closing();
    private final PartitionWork work = new PartitionWork(
            new OrderHandler(
                    new OrderReader(codec),
                    desk.dispatcher,
                    new Publisher(kafka.template(), codec),
                    new Passages(new SenderMetrics(new SimpleMeterRegistry(), desk.accounts, () -> 0)),
                    new OrderHandler.Setbacks(desk.clock, Duration.ofSeconds(2), desk.backOff)),
            new RecordTrace(ObservationRegistry.NOOP),
            closing,
            desk.clock,
            1);

    @Test
    void whenAllIsFinishedThePositionIsBehindTheLast() {
        assertThat(work.work(PARTITION, orders(0, 2))).isEqualTo(new Position(PARTITION, 2, null));
    }

    @Test
    void thePositionStopsAtTheFirstThatMustComeBack() {
        assertThat(work.work(PARTITION, orders(0, 4)))
                .isEqualTo(new Position(PARTITION, 2, HandClock.START.plus(Desk.WINDOW)));
    }

    @Test
    void whatIsFinishedBehindItIsNotHandledAgain() {
        // Given
        List<ConsumerRecord<String, byte[]>> records = List.of(
                orders(0, 1).getFirst(), orders(1, 2).getFirst(), orders(2, 3).getFirst(), garbage(3));
        work.work(PARTITION, records);
        int published = kafka.sent().size();
        desk.clock.move(Desk.WINDOW);

        // When
        Position position = work.work(PARTITION, records.subList(2, 4));

        // Then
        assertThat(position).isEqualTo(new Position(PARTITION, 4, null));
        assertThat(kafka.sent()).hasSize(published + 1);
    }

    @Test
    void aNewOwnerOfThePartitionRemembersNothing() {
        // Given
        List<ConsumerRecord<String, byte[]>> records = List.of(
                orders(0, 1).getFirst(), orders(1, 2).getFirst(), orders(2, 3).getFirst(), garbage(3));
        work.work(PARTITION, records);
        int published = kafka.sent().size();
        work.forget(PARTITION);

        // When
        work.work(PARTITION, records.subList(2, 4));

        // Then
        assertThat(kafka.sent()).hasSize(published + 1);
    }

    @Test
    void aReplicaThatEndsBeginsNothingNew() {
        // Given
        closing.close();

        // When
        Position position = work.work(PARTITION, orders(5, 8));

        // Then
        assertThat(position).isEqualTo(new Position(PARTITION, 5, HandClock.START));
        assertThat(desk.x.inbox()).isEmpty();
    }

    @Test
    void theEarliestOfThoseThatComeBackSetsTheTime() {
        // Given
        Instant soon = HandClock.START.plusSeconds(7);
        ConsumerRecord<String, byte[]> later = orders(0, 1).getFirst();
        later.headers().add("retry-not-before", soon.plusSeconds(5).toString().getBytes(UTF_8));
        ConsumerRecord<String, byte[]> sooner = orders(1, 2).getFirst();
        sooner.headers().add("retry-not-before", soon.toString().getBytes(UTF_8));

        // When
        Position position = work.work(PARTITION, List.of(later, sooner));

        // Then
        assertThat(position).isEqualTo(new Position(PARTITION, 0, soon));
    }

    /** With time enough to wait for the next window; the account has two messages in each. */
    private List<ConsumerRecord<String, byte[]>> orders(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(offset -> record(
                        offset,
                        codec.encode(Orders.requested("ver_" + offset, HandClock.START)
                                .setSendDeadline(HandClock.START.plus(Desk.WINDOW.multipliedBy(2)))
                                .build())))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> garbage(int offset) {
        return record(offset, new byte[3]);
    }

    private static ConsumerRecord<String, byte[]> record(int offset, byte[] value) {
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, Orders.ACCOUNT, value);
    }
}
