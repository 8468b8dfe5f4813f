package com.dmverify.api.event;

import com.dmverify.api.store.Outbox;
import com.dmverify.api.store.people.OptOutStore;
import com.dmverify.schemas.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventProperties.class)
class EventConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    Announcer announcer(
            KafkaTemplate<String, byte[]> kafka,
            EventCodec codec,
            Outbox outbox,
            Index index,
            MeterRegistry meters,
            EventProperties properties) {
        FactPublisher publisher = new FactPublisher(kafka, codec);
        return new Announcer(publisher, outbox, index, new FactCounters(meters), properties.publishPatience());
    }

    @Bean
    OptOutPublisher optOutPublisher(
            KafkaTemplate<String, byte[]> kafka, EventCodec codec, OptOutStore store, EventProperties properties) {
        return new OptOutPublisher(kafka, codec, store, properties);
    }

    @Bean
    OutboxSweeper outboxSweeper(Outbox outbox, Announcer announcer, EventProperties properties) {
        return new OutboxSweeper(outbox, announcer, properties);
    }

    @Bean
    OutboxHealthIndicator outboxHealthIndicator(Outbox outbox, EventProperties properties) {
        return new OutboxHealthIndicator(outbox, properties.leftBehindAfter());
    }
}
