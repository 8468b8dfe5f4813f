package com.dmverify.api.kafka;

import com.dmverify.api.trace.RecordSpans;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.support.record.DeadLetterWriter;
import com.dmverify.support.record.RecordGuard;
import com.dmverify.support.topic.UsedTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaProperties.class, SchemaProperties.class})
class KafkaConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    FailedRecords failedRecords(
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry meters,
            Clock clock,
            KafkaProperties properties,
            SchemaProperties schemas) {
        return new FailedRecords(
                new DeadLetterWriter(kafka, meters, properties.deadLetterGivenUpAfter()),
                new RetryTopic(kafka, clock),
                schemas.unknownFor());
    }

    @Bean
    KeyedBatchProcessor keyedBatchProcessor(
            EventCodec codec,
            RecordGuard guard,
            FailedRecords failed,
            RecordSpans spans,
            Clock clock,
            KafkaProperties properties) {
        return new KeyedBatchProcessor(codec, guard, failed, spans, clock, properties);
    }

    /** Spring's own listener logs the key of a record that fails, which may be a person's id. Who publishes logs what fails. */
    @Bean
    ProducerListener<Object, Object> silentListener() {
        return new ProducerListener<>() {};
    }

    /** Only a Redis or Kafka that is unavailable fails a poll. */
    @Bean
    CommonErrorHandler repeatUntilItSucceeds(KafkaProperties properties) {
        return new DefaultErrorHandler(
                new FixedBackOff(properties.retryEvery().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @Bean
    UsedTopics usedTopics() {
        return UsedTopics.of(
                Topics.VERIFICATION_REQUESTED,
                Topics.VERIFICATION_EVENTS,
                Topics.OPT_OUTS,
                Topics.DM_ATTEMPTED,
                Topics.DM_ATTEMPTED + Topics.RETRY,
                Topics.DM_ATTEMPTED + Topics.DLT,
                Topics.X_ACTIVITY,
                Topics.X_ACTIVITY + Topics.RETRY,
                Topics.X_ACTIVITY + Topics.DLT);
    }
}
