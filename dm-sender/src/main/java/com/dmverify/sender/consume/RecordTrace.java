package com.dmverify.sender.consume;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;

/**
 * Continues the trace of a record's {@code traceparent} on the thread that handles it. A batch listener has no trace of
 * its own: each of its records belongs to another one.
 */
public final class RecordTrace {

    private final ObservationRegistry observations;

    public RecordTrace(ObservationRegistry observations) {
        this.observations = observations;
    }

    <T> T around(ConsumerRecord<String, byte[]> record, Supplier<T> work) {
        Observation observation = Observation.createNotStarted(
                "dm.sender.order",
                () -> new KafkaRecordReceiverContext(record, OrderListener.ID, () -> null),
                observations);
        T result = observation.observe(work);
        return result;
    }
}
