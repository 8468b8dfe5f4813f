package com.dmverify.webhook.recording;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.support.topic.UsedTopics;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordingProperties.class)
class RecordingConfiguration {

    @Bean
    UsedTopics usedTopics() {
        return UsedTopics.of(Topics.X_ACTIVITY);
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    Recorder recorder(
            KafkaTemplate<String, byte[]> kafka,
            TopicNames topics,
            EventCodec codec,
            RecordingProperties properties,
            Clock clock) {
        DeduplicationCache known =
                new DeduplicationCache(properties.deduplicationCacheSize(), properties.deduplicationCacheTtl(), clock);
        return new Recorder(
                new KafkaActivityPublisher(kafka, topics.of(Topics.X_ACTIVITY), codec),
                known,
                properties.acknowledgementTimeout(),
                clock);
    }

    /** The producer's time-outs are those of a delivery, with time for a second attempt. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer producerTimeouts(RecordingProperties properties) {
        int timeout = (int) properties.acknowledgementTimeout().toMillis();
        return factory -> factory.updateConfigs(Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                timeout,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeout / 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (long) timeout));
    }

    /** Replaces the default listener, which would log every failure a second time, with the record's key. */
    @Bean
    ProducerListener<Object, Object> silentListener() {
        return new ProducerListener<>() {};
    }

    @Bean
    KafkaHealthIndicator kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealthIndicator(admin);
    }
}
