package com.dmverify.support.schema;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.support.follow.FollowerConsumers;
import com.dmverify.support.follow.TopicFollower;
import com.dmverify.support.startup.StartupCheck;
import com.dmverify.support.topic.TopicCreation;
import com.dmverify.support.topic.UsedTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Writes the schemas of this version to the topic {@code schemas} and reads those of other versions from there, for every
 * {@link EventCodec} bean. The application is ready when its own are acknowledged and the topic is read to its end.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemaTopicProperties.class)
@ConditionalOnBooleanProperty(name = "dm-verify.schemas.topic.enabled", matchIfMissing = true)
public class SchemaConfiguration {

    /** A startup check bounds its own time and is repeated. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Bean
    UsedTopics schemasTopic() {
        return UsedTopics.of(Topics.SCHEMAS);
    }

    @Bean
    TopicFollower schemaFollower(
            ObjectProvider<ConsumerFactory<?, ?>> kafka,
            ObjectProvider<EventCodec> codecs,
            TopicNames names,
            MeterRegistry meters) {
        SchemaReader reader = new SchemaReader(codecs.orderedStream().toList(), meters);
        return new TopicFollower(FollowerConsumers.of(kafka), names.of(Topics.SCHEMAS), reader::accept);
    }

    @Bean
    StartupCheck schemasStartupCheck(
            ObjectProvider<ProducerFactory<?, ?>> kafka,
            TopicNames names,
            TopicCreation topics,
            @Qualifier("schemaFollower") TopicFollower follower) {
        SchemaPublisher publisher = new SchemaPublisher(producers(kafka), names.of(Topics.SCHEMAS));
        return new StartupCheck("schemas", () -> {
            topics.create(); // a producer would make the topic as the broker's default says
            publisher.publish();
            if (!follower.awaitCaughtUp(TIMEOUT)) {
                throw new IllegalStateException(
                        "The topic " + names.of(Topics.SCHEMAS) + " is not read to its end yet");
            }
            return true;
        });
    }

    private static Supplier<Producer<String, byte[]>> producers(ObjectProvider<ProducerFactory<?, ?>> kafka) {
        return () -> {
            Map<String, Object> settings = new HashMap<>(
                    kafka.orderedStream().findFirst().orElseThrow().getConfigurationProperties());
            settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
            settings.remove(ProducerConfig.CLIENT_ID_CONFIG);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT.toMillis());
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
            return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        };
    }
}
