package com.dmverify.sender.cast;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Kafka's own stand-in for a producer, behind a template. */
public final class KafkaStub {

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    public KafkaTemplate<String, byte[]> template() {
        return new KafkaTemplate<>(new Factory(producer));
    }

    /** What was sent. */
    public List<ProducerRecord<String, byte[]>> sent() {
        return producer.history();
    }

    /** From now on no broker answers. */
    public void goAway() {
        producer.sendException = new TimeoutException("no broker");
    }

    /** They answer again. */
    public void comeBack() {
        producer.sendException = null;
    }

    private static final class Factory extends DefaultKafkaProducerFactory<String, byte[]> {

        private final Producer<String, byte[]> producer;

        Factory(Producer<String, byte[]> producer) {
            super(Map.of());
            this.producer = producer;
        }

        @Override
        protected Producer<String, byte[]> createRawProducer(Map<String, Object> ignored) {
            return producer;
        }
    }
}
