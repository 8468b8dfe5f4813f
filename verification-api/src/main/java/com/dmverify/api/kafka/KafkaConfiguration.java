package com.dmverify.api.kafka;

import com.dmverify.api.trace.RecordSpans;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.support.record.DeadLetterWriter;
import com.dmverify.support.record.RecordGuard;
import com.dmverify.support.topic.WantedTopic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaProperties.class, SchemaProperties.class, TopicProperties.class})
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

    /** Only a Redis or Kafka that is unavailable fails a poll. */
    @Bean
    CommonErrorHandler repeatUntilItSucceeds(KafkaProperties properties) {
        return new DefaultErrorHandler(
                new FixedBackOff(properties.retryEvery().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @Bean
    WantedTopic orders(TopicProperties topics) {
        return WantedTopic.of(Topics.VERIFICATION_REQUESTED).partitions(topics.orderPartitions());
    }

    @Bean
    WantedTopic events() {
        return WantedTopic.of(Topics.VERIFICATION_EVENTS);
    }

    @Bean
    WantedTopic optOutsTopic() {
        return WantedTopic.of(Topics.OPT_OUTS).compacted();
    }

    @Bean
    WantedTopic reports() {
        return WantedTopic.of(Topics.DM_ATTEMPTED);
    }

    @Bean
    WantedTopic laterReports() {
        return WantedTopic.of(Topics.DM_ATTEMPTED + Topics.RETRY).largerMessages();
    }

    @Bean
    WantedTopic deadReports() {
        return WantedTopic.of(Topics.DM_ATTEMPTED + Topics.DLT).largerMessages();
    }

    @Bean
    WantedTopic activities() {
        return WantedTopic.of(Topics.X_ACTIVITY);
    }

    @Bean
    WantedTopic laterActivities() {
        return WantedTopic.of(Topics.X_ACTIVITY + Topics.RETRY).largerMessages();
    }

    @Bean
    WantedTopic deadActivities() {
        return WantedTopic.of(Topics.X_ACTIVITY + Topics.DLT).largerMessages();
    }
}
