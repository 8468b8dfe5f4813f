package com.dmverify.api.outbox;

import com.dmverify.api.store.Outbox;
import com.dmverify.api.store.person.OptOutStore;
import com.dmverify.schemas.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {

    @Bean
    OutboxRelay relay(
            KafkaTemplate<String, byte[]> kafka,
            EventCodec codec,
            Outbox outbox,
            VerificationIndexes indexes,
            MeterRegistry meters,
            OutboxProperties properties) {
        EventPublisher publisher = new EventPublisher(kafka, codec);
        return new OutboxRelay(publisher, outbox, indexes, new EventCounters(meters), properties.publishTimeout());
    }

    @Bean
    OptOutPublisher optOutPublisher(
            KafkaTemplate<String, byte[]> kafka, EventCodec codec, OptOutStore store, OutboxProperties properties) {
        return new OptOutPublisher(kafka, codec, store, properties);
    }

    @Bean
    OutboxSweeper outboxSweeper(Outbox outbox, OutboxRelay relay, OutboxProperties properties) {
        return new OutboxSweeper(outbox, relay, properties);
    }

    @Bean
    OutboxHealthIndicator outboxHealthIndicator(Outbox outbox, OutboxProperties properties) {
        return new OutboxHealthIndicator(outbox, properties.overdueAfter());
    }
}
