package com.dmverify.api.delivery;

import com.dmverify.schemas.EventCodec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    Intake intake(EventCodec codec, KafkaTemplate<String, byte[]> kafka, DeliveryProperties properties) {
        return new Intake(codec, new DeadLetters(kafka), properties);
    }

    /** Poison is sorted out before: what reaches this is a store or a broker that is away, and comes back. */
    @Bean
    CommonErrorHandler repeatUntilItSucceeds(DeliveryProperties properties) {
        return new DefaultErrorHandler(
                new FixedBackOff(properties.retryEvery().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }
}
