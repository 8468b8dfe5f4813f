package com.dmverify.sender.intake;

import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.dispatch.Next;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.patience.BackOff;
import com.dmverify.sender.publication.NotDurableException;
import com.dmverify.sender.publication.Publisher;
import com.dmverify.sender.publication.RetryHeaders;
import com.dmverify.sender.script.RedisAbsence;
import com.dmverify.sender.seen.Passages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One record, from its bytes to the moment that it may be let go. */
public final class OrderHandler implements RecordHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OrderHandler.class);

    /**
     * Nothing of ours waits so long beyond its deadline: not a lease, not the search for a message, not a back-off. Who
     * writes so into a header is mistaken, and would hold up the partition.
     */
    private static final Duration LONGEST_AFTER_DEADLINE = Duration.ofMinutes(5);

    private final OrderReader reader;
    private final Dispatcher dispatcher;
    private final Publisher publisher;
    private final Passages passages;
    private final Setbacks setbacks;

    /**
     * What to do when something of ours fails.
     *
     * @param pause while Kafka or Redis is away
     * @param backOff after an error that nobody foresaw; when it is spent the record is a dead letter
     */
    public record Setbacks(Clock clock, Duration pause, BackOff backOff) {

        Instant afterPause() {
            return clock.instant().plus(pause);
        }
    }

    public OrderHandler(
            OrderReader reader, Dispatcher dispatcher, Publisher publisher, Passages passages, Setbacks setbacks) {
        this.reader = reader;
        this.dispatcher = dispatcher;
        this.publisher = publisher;
        this.passages = passages;
        this.setbacks = setbacks;
    }

    @Override
    public Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
        try {
            return carryOut(record, reader.read(record.value()));
        } catch (OrderReader.UnreadableOrderException e) {
            return pass(new Next.Poison(String.valueOf(e.getMessage())), record);
        }
    }

    private Optional<Instant> carryOut(ConsumerRecord<String, byte[]> record, Order order) {
        RetryHeaders journey = RetryHeaders.of(record.headers());
        return isEarly(journey.notBefore(), order)
                ? Optional.of(journey.notBefore())
                : pass(next(record, order, journey.attempt()), record);
    }

    private boolean isEarly(Instant notBefore, Order order) {
        return setbacks.clock().instant().isBefore(notBefore)
                && notBefore.isBefore(order.deadline().plus(LONGEST_AFTER_DEADLINE));
    }

    private Next next(ConsumerRecord<String, byte[]> record, Order order, int attempt) {
        try {
            return dispatcher.dispatch(order, attempt);
        } catch (RuntimeException e) {
            return RedisAbsence.isMeantBy(e) ? away(e, record) : unforeseen(e, record, attempt);
        }
    }

    private Optional<Instant> pass(Next next, ConsumerRecord<String, byte[]> record) {
        passages.decided(next, record);
        try {
            Optional<Instant> comeBack = publisher.publish(next, record);
            passages.passed(next, record);
            return comeBack;
        } catch (NotDurableException e) {
            return publisher.publish(away(e, record), record);
        }
    }

    private Next away(RuntimeException e, ConsumerRecord<String, byte[]> record) {
        LOG.warn("Redis or Kafka is away; {}-{} waits", record.topic(), record.partition(), e);
        return new Next.ComeBack(setbacks.afterPause(), "Redis or Kafka is away", false);
    }

    private Next unforeseen(RuntimeException e, ConsumerRecord<String, byte[]> record, int attempt) {
        LOG.error("Unforeseen error with {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        String cause = e.getClass().getSimpleName();
        if (setbacks.backOff().isSpent(attempt)) {
            return new Next.Poison("unforeseen " + cause);
        }
        Duration wait = setbacks.backOff().after(attempt, record.offset());
        return new Next.TryAgain(setbacks.clock().instant().plus(wait), cause);
    }
}
