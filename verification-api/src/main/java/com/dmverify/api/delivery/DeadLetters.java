package com.dmverify.api.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.api.trace.RecordTrace;
import com.dmverify.api.trace.Trace;
import com.dmverify.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Puts records that can never be processed aside, as they are, with the reason in headers. */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<String, byte[]> kafka;

    DeadLetters(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    Mono<Void> bury(ConsumerRecord<String, byte[]> record, Throwable cause) {
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        log.atError()
                .addKeyValue("origin", origin)
                .addKeyValue("cause", explained(cause))
                .addKeyValue(
                        "trace_id",
                        RecordTrace.in(record.headers()).map(Trace::id).orElse(null))
                .log("record.buried");
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(record.topic() + Topics.DLT, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        letter.headers().add("dlt-cause", explained(cause).getBytes(UTF_8));
        letter.headers().add("dlt-origin", origin.getBytes(UTF_8));
        letter.headers().add("dlt-attempt", "1".getBytes(UTF_8));
        return Mono.fromFuture(() -> kafka.send(letter))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private static String explained(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + message;
    }
}
