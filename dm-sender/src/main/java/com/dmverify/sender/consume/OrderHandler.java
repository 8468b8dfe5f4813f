package com.dmverify.sender.consume;

import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.sender.lookup.LookUps;
import com.dmverify.sender.observability.SendLog;
import com.dmverify.sender.order.LookUpOrder;
import com.dmverify.sender.order.Order;
import com.dmverify.sender.order.RequestedOrder;
import com.dmverify.sender.publish.NotDurableException;
import com.dmverify.sender.publish.Publisher;
import com.dmverify.sender.publish.RetryState;
import com.dmverify.sender.send.Disposition;
import com.dmverify.sender.send.SendPipeline;
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
    private final SendPipeline pipeline;
    private final LookUps lookUps;
    private final Publisher publisher;
    private final SendLog sendLog;
    private final FailurePolicy failures;

    public OrderHandler(
            OrderReader reader,
            SendPipeline pipeline,
            LookUps lookUps,
            Publisher publisher,
            SendLog sendLog,
            FailurePolicy failures) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.lookUps = lookUps;
        this.publisher = publisher;
        this.sendLog = sendLog;
        this.failures = failures;
    }

    @Override
    public Optional<Instant> handle(ConsumerRecord<String, byte[]> record) {
        try {
            return carryOut(record, reader.read(record.value()));
        } catch (OrderReader.UnreadableOrderException e) {
            return pass(new Disposition.DeadLetter(String.valueOf(e.getMessage())), record);
        } catch (UnknownSchemaException e) {
            return notYet(e, record);
        }
    }

    /** A newer version wrote it. This replica or another can read it when it is updated. */
    private Optional<Instant> notYet(UnknownSchemaException e, ConsumerRecord<String, byte[]> record) {
        RetryState headers = RetryState.of(record.headers());
        Instant now = failures.clock().instant();
        if (now.isBefore(headers.notBefore()) && headers.notBefore().isBefore(now.plus(LONGEST_WAIT))) {
            return Optional.of(headers.notBefore());
        }
        Instant since = headers.since();
        boolean tooLong = since != null && !now.isBefore(since.plus(failures.unknownFor()));
        String cause = String.valueOf(e.getMessage());
        Duration wait = failures.backOff().after(headers.attempt(), record.offset());
        return pass(tooLong ? new Disposition.DeadLetter(cause) : new Disposition.Retry(now.plus(wait), cause), record);
    }

    /** Puts it into the retry topic for a short while, as it is: this is no attempt. */
    @Override
    public Optional<Instant> putAside(ConsumerRecord<String, byte[]> record) {
        try {
            publisher.putAside(record, failures.afterPause(), "too many orders of this account are in hand");
            return Optional.empty();
        } catch (NotDurableException e) {
            return publisher.publish(away(e, record), record);
        }
    }

    /** Ends a record that no attempt could handle. */
    Optional<Instant> deadLetter(ConsumerRecord<String, byte[]> record, Throwable cause) {
        return pass(new Disposition.DeadLetter("unexpected " + cause.getClass().getSimpleName()), record);
    }

    private Optional<Instant> carryOut(ConsumerRecord<String, byte[]> record, RequestedOrder order) {
        RetryState state = RetryState.of(record.headers());
        return isEarly(state.notBefore(), order)
                ? Optional.of(state.notBefore())
                : pass(next(record, order, state.attempt()), record);
    }

    private boolean isEarly(Instant notBefore, RequestedOrder order) {
        Instant now = failures.clock().instant();
        return now.isBefore(notBefore)
                && notBefore.isBefore(order.deadline().plus(LONGEST_AFTER_DEADLINE))
                && notBefore.isBefore(now.plus(LONGEST_WAIT));
    }

    private Disposition next(ConsumerRecord<String, byte[]> record, RequestedOrder order, int attempt) {
        try {
            return switch (order) {
                case Order message -> pipeline.send(message, attempt);
                case LookUpOrder lookUp -> lookUps.carryOut(lookUp, attempt);
            };
        } catch (UnknownSchemaException e) {
            // A newer replica settled this dispatch: its entry in the ledger is as readable as an order of its kind.
            throw e;
        } catch (Throwable e) {
            // Errors too: a stack or a heap that one order used up is no reason to stop handling the others.
            return RedisAvailability.isUnavailable(e) ? away(e, record) : unexpected(e, record, attempt);
        }
    }

    private Optional<Instant> pass(Disposition next, ConsumerRecord<String, byte[]> record) {
        sendLog.decided(next, record);
        try {
            Optional<Instant> defer = publisher.publish(next, record);
            sendLog.passed(next, record);
            return defer;
        } catch (NotDurableException e) {
            return publisher.publish(away(e, record), record);
        }
    }

    private Disposition away(Throwable e, ConsumerRecord<String, byte[]> record) {
        LOG.warn("Redis or Kafka is away; {}-{} waits", record.topic(), record.partition(), e);
        return new Disposition.Defer(failures.afterPause(), "Redis or Kafka is away", false);
    }

    private Disposition unexpected(Throwable e, ConsumerRecord<String, byte[]> record, int attempt) {
        LOG.error("Unexpected error with {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        String cause = e.getClass().getSimpleName();
        sendLog.failed(cause);
        if (failures.backOff().isSpent(attempt)) {
            return new Disposition.DeadLetter("unexpected " + cause);
        }
        Duration wait = failures.backOff().after(attempt, record.offset());
        return new Disposition.Retry(failures.clock().instant().plus(wait), cause);
    }
}
