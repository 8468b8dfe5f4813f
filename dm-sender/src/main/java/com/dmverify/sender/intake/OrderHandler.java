package com.dmverify.sender.intake;

import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.dispatch.Next;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.patience.BackOff;
import com.dmverify.sender.publication.NotDurableException;
import com.dmverify.sender.publication.Publisher;
import com.dmverify.sender.publication.RetryHeaders;
import com.dmverify.sender.seen.Passages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One record, from its bytes to the moment that it may be let go. Never throws. */
public final class OrderHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OrderHandler.class);

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

    /** Empty: the record may be let go. Otherwise when it has to come back. */
    Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
        RetryHeaders journey = RetryHeaders.of(record.headers());
        if (setbacks.clock().instant().isBefore(journey.notBefore())) {
            return Optional.of(journey.notBefore());
        }
        try {
            Next next = next(record, journey.attempt());
            Optional<Instant> comeBack = publisher.publish(next, record);
            passages.passed(next, record, journey.attempt());
            return comeBack;
        } catch (DataAccessException | NotDurableException e) {
            LOG.warn("Redis or Kafka is away; {}-{} waits", record.topic(), record.partition(), e);
            return Optional.of(setbacks.afterPause());
        }
    }

    private Next next(ConsumerRecord<String, byte[]> record, int attempt) {
        try {
            Order order = reader.read(record.value());
            return dispatcher.dispatch(order, attempt);
        } catch (OrderReader.UnreadableOrderException e) {
            return new Next.Poison(String.valueOf(e.getMessage()));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            return unforeseen(e, record, attempt);
        }
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
