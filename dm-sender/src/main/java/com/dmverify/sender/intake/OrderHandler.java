package com.dmverify.sender.intake;

import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.UnknownSchemaException;
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

/** One record, from its bytes to the moment that it may be let go. */
public final class OrderHandler implements RecordHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OrderHandler.class);

    /**
     * Nothing of ours waits so long beyond its deadline: not a lease, not the search for a message, not a back-off. Who
     * writes so into a header is mistaken, and would hold up the partition.
     */
    private static final Duration LONGEST_AFTER_DEADLINE = Duration.ofMinutes(5);

    /** Longer than any order may wait to be sent; a deadline that is further away is a mistake too. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final OrderReader reader;
    private final Dispatcher dispatcher;
    private final Publisher publisher;
    private final Passages passages;
    private final Setbacks setbacks;

    /**
     * What to do when something of ours fails.
     *
     * @param unknownFor how long a record of an unknown schema is tried again, before it is a dead letter
     * @param pause while Kafka or Redis is away
     * @param backOff after an unexpected error; when it is spent the record is a dead letter
     */
    public record Setbacks(Clock clock, Duration unknownFor, Duration pause, BackOff backOff) {

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
        } catch (UnknownSchemaException e) {
            return notYet(e, record);
        }
    }

    /** A newer version wrote it. This replica or another can read it when it is updated. */
    private Optional<Instant> notYet(UnknownSchemaException e, ConsumerRecord<String, byte[]> record) {
        RetryHeaders headers = RetryHeaders.of(record.headers());
        Instant now = setbacks.clock().instant();
        if (now.isBefore(headers.notBefore()) && headers.notBefore().isBefore(now.plus(LONGEST_WAIT))) {
            return Optional.of(headers.notBefore());
        }
        Instant since = headers.since();
        boolean tooLong = since != null && !now.isBefore(since.plus(setbacks.unknownFor()));
        String cause = String.valueOf(e.getMessage());
        Duration wait = setbacks.backOff().after(headers.attempt(), record.offset());
        return pass(tooLong ? new Next.Poison(cause) : new Next.TryAgain(now.plus(wait), cause), record);
    }

    /** Puts it into the retry topic for a short while, as it is: this is no attempt. */
    @Override
    public Optional<Instant> putAside(ConsumerRecord<String, byte[]> record) {
        try {
            publisher.putAside(record, setbacks.afterPause(), "too many orders of this account are in hand");
            return Optional.empty();
        } catch (NotDurableException e) {
            return publisher.publish(away(e, record), record);
        }
    }

    /** Ends a record that no attempt could handle. */
    Optional<Instant> deadLetter(ConsumerRecord<String, byte[]> record, Throwable cause) {
        return pass(new Next.Poison("unexpected " + cause.getClass().getSimpleName()), record);
    }

    private Optional<Instant> carryOut(ConsumerRecord<String, byte[]> record, Order order) {
        RetryHeaders journey = RetryHeaders.of(record.headers());
        return isEarly(journey.notBefore(), order)
                ? Optional.of(journey.notBefore())
                : pass(next(record, order, journey.attempt()), record);
    }

    private boolean isEarly(Instant notBefore, Order order) {
        Instant now = setbacks.clock().instant();
        return now.isBefore(notBefore)
                && notBefore.isBefore(order.deadline().plus(LONGEST_AFTER_DEADLINE))
                && notBefore.isBefore(now.plus(LONGEST_WAIT));
    }

    private Next next(ConsumerRecord<String, byte[]> record, Order order, int attempt) {
        try {
            return dispatcher.dispatch(order, attempt);
        } catch (UnknownSchemaException e) {
            // A newer replica settled this dispatch: its entry in the ledger is as readable as an order of its kind.
            throw e;
        } catch (Throwable e) {
            // Errors too: a stack or a heap that one order used up is no reason to stop handling the others.
            return RedisAvailability.isUnavailable(e) ? away(e, record) : unexpected(e, record, attempt);
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

    private Next away(Throwable e, ConsumerRecord<String, byte[]> record) {
        LOG.warn("Redis or Kafka is away; {}-{} waits", record.topic(), record.partition(), e);
        return new Next.ComeBack(setbacks.afterPause(), "Redis or Kafka is away", false);
    }

    private Next unexpected(Throwable e, ConsumerRecord<String, byte[]> record, int attempt) {
        LOG.error("Unexpected error with {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        String cause = e.getClass().getSimpleName();
        passages.failed(cause);
        if (setbacks.backOff().isSpent(attempt)) {
            return new Next.Poison("unexpected " + cause);
        }
        Duration wait = setbacks.backOff().after(attempt, record.offset());
        return new Next.TryAgain(setbacks.clock().instant().plus(wait), cause);
    }
}
