package com.dmverify.sender.intake;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionWorkTest {

    private static final TopicPartition PARTITION = new TopicPartition("verification.requested", 1);

    private final Desk desk = new Desk();
    private final KafkaStub kafka = new KafkaStub();
    private final EventCodec codec = new EventCodec();
    private final Closing closing = new Closing();
    private final Partitions partitions = new Partitions(desk.clock);
    private final PartitionWork work = new PartitionWork(
            new OrderHandler(
                    new OrderReader(codec),
                    desk.dispatcher,
                    new Publisher(kafka.template(), codec),
                    new Passages(new SenderMetrics(new SimpleMeterRegistry(), desk.accounts, () -> 0)),
                    new OrderHandler.Setbacks(desk.clock, Duration.ofSeconds(2), desk.backOff)),
            new RecordTrace(ObservationRegistry.NOOP),
            closing,
            partitions,
            1);

    @Test
    void whenAllIsFinishedThePositionIsBehindTheLast() {
        // When
        work.pass(PARTITION, orders(0, 2));

        // Then
        assertThat(progress().position()).isEqualTo(2);
        assertThat(progress().waiting()).isZero();
    }

    @Test
    void thePositionStaysAtTheFirstThatMustComeBackAndThoseBehindItGoOn() {
        // When
        work.pass(PARTITION, exhausting());

        // Then
        assertThat(progress().position()).isEqualTo(2);
        assertThat(progress().waiting()).isEqualTo(1);
        assertThat(kafka.sent()).extracting(ProducerRecord::topic).contains(Publisher.DEAD_LETTER_TOPIC);
    }

    @Test
    void aBatchThatIsHandedOutTwiceIsHandledOnce() {
        // Given
        work.pass(PARTITION, exhausting());
        int published = kafka.sent().size();

        // When
        work.pass(PARTITION, exhausting());

        // Then
        assertThat(kafka.sent()).hasSize(published);
    }

    @Test
    void whatWaitsIsHandledInItsTimeAndNothingElseAgain() {
        // Given
        work.pass(PARTITION, exhausting());
        int published = kafka.sent().size();
        desk.clock.move(Desk.WINDOW);

        // When
        work.pass(PARTITION, List.of());

        // Then
        assertThat(progress().position()).isEqualTo(4);
        assertThat(kafka.sent()).hasSize(published + 1);
    }

    @Test
    void whatWaitsIsNotHandledBeforeItsTime() {
        // Given
        work.pass(PARTITION, exhausting());
        desk.budget.giveBack(desk.account.allowances().messages());

        // When
        work.pass(PARTITION, List.of());

        // Then
        assertThat(desk.x.inbox()).hasSize(2);
    }

    @Test
    void aNewOwnerOfThePartitionRemembersNothing() {
        // Given
        work.pass(PARTITION, exhausting());
        int published = kafka.sent().size();
        partitions.forget(PARTITION);

        // When
        work.pass(PARTITION, exhausting().subList(2, 4));

        // Then
        assertThat(kafka.sent()).hasSize(published + 1);
    }

    @Test
    void aReplicaThatEndsBeginsNothingNew() {
        // Given
        closing.close();

        // When
        work.pass(PARTITION, orders(5, 8));

        // Then
        assertThat(progress().position()).isEqualTo(5);
        assertThat(progress().waiting()).isEqualTo(3);
        assertThat(desk.x.inbox()).isEmpty();
    }

    private Progress progress() {
        return partitions.of(PARTITION);
    }

    /** Two that use up the budget, one that has to wait, one that needs none. */
    private List<ConsumerRecord<String, byte[]>> exhausting() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(orders(0, 3));
        records.add(record(3, new byte[3]));
        return records;
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

    private static ConsumerRecord<String, byte[]> record(int offset, byte[] value) {
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, Orders.ACCOUNT, value);
    }
}
