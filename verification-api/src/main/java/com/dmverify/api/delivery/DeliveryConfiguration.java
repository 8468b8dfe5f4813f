package com.dmverify.api.delivery;

import com.dmverify.schemas.EventCodec;
import com.dmverify.support.record.DeadLetterWriter;
import com.dmverify.support.record.RecordGuard;
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
@EnableConfigurationProperties({DeliveryProperties.class, SchemaProperties.class})
class DeliveryConfiguration {

    @Bean
    FailedRecords failedRecords(
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry meters,
            Clock clock,
            DeliveryProperties delivery,
            SchemaProperties schemas) {
        return new FailedRecords(
                new DeadLetterWriter(kafka, meters, delivery.letterGivenUpAfter()),
                new RetryTopic(kafka, clock),
                schemas.unknownFor());
    }

    @Bean
    Intake intake(
            EventCodec codec, RecordGuard guard, FailedRecords failed, Clock clock, DeliveryProperties properties) {
        return new Intake(codec, guard, failed, clock, properties);
    }

    /** What reaches this is a store or a broker that is away, and comes back. */
    @Bean
    CommonErrorHandler repeatUntilItSucceeds(DeliveryProperties properties) {
        return new DefaultErrorHandler(
                new FixedBackOff(properties.retryEvery().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }
}
