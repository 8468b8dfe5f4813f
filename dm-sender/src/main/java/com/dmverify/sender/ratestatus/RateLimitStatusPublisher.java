package com.dmverify.sender.ratestatus;

import com.dmverify.events.RateLimitStatus;
import com.dmverify.schemas.CloudEventHeaders;
import com.dmverify.schemas.EventCodec;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes the status of an account. No caller waits for it: a lost one is followed by the next. */
final class RateLimitStatusPublisher {

    private static final String SOURCE = "/dm-sender";

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitStatusPublisher.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;
    private final EventCodec codec;

    RateLimitStatusPublisher(KafkaTemplate<String, byte[]> kafka, String topic, EventCodec codec) {
        this.kafka = kafka;
        this.topic = topic;
        this.codec = codec;
    }

    void publish(RateLimitStatus status) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, status.getAccount(), codec.encode(status));
        String id = UUID.randomUUID().toString();
        new CloudEventHeaders(id, SOURCE, status.getAccount(), status.getObservedAt())
                .of(status)
                .forEach(record.headers()::add);
        var _ = kafka.send(record).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.atDebug().setCause(failure).log("rate_limit_status.not_published");
            }
        });
    }
}
