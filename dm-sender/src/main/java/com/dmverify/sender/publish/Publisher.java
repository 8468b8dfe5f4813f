package com.dmverify.sender.publish;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.sender.send.Disposition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Makes the next thing of an order durable, so that its record can be let go. */
public final class Publisher {

    /** Where orders wait that have to be tried again; the name on the broker has the prefix before it. */
    public static final String RETRY_TOPIC = RetryPublisher.TOPIC;

    /** The topic of orders that can never be carried out. */
    public static final String DEAD_LETTER_TOPIC = DeadLetterPublisher.TOPIC;

    private final ReportPublisher attempts;
    private final RetryPublisher retries;
    private final DeadLetterPublisher deadLetters;

    public Publisher(KafkaTemplate<String, byte[]> kafka, TopicNames topics, EventCodec codec, InstantSource clock) {
        DurableSend durable = new DurableSend(kafka);
        attempts = new ReportPublisher(durable, topics, codec);
        retries = new RetryPublisher(durable, topics, clock);
        deadLetters = new DeadLetterPublisher(durable, topics);
    }

    /**
     * Returns when the record may be let go, or, with an instant, when it has to come back then.
     *
     * @throws NotDurableException if Kafka does not take it
     */
    public Optional<Instant> publish(Disposition next, ConsumerRecord<String, byte[]> order) {
        switch (next) {
            case Disposition.Attempted(var event, var _) -> attempts.publish(event, order);
            case Disposition.Unconfirmed(var event, var then) -> {
                attempts.publish(event, order);
                return publish(then, order);
            }
            case Disposition.Retry(var notBefore, var cause) -> retries.publish(order, notBefore, cause);
            case Disposition.DeadLetter(var reason) -> deadLetters.publish(order, reason);
            case Disposition.Defer(var until, var _, var _) -> {
                return Optional.of(until);
            }
        }
        return Optional.empty();
    }

    /**
     * Puts an order into the retry topic as it is, until then: this is no attempt.
     *
     * @throws NotDurableException if Kafka does not take it
     */
    public void putAside(ConsumerRecord<String, byte[]> order, Instant notBefore, String cause) {
        retries.putAside(order, notBefore, cause);
    }
}
