package com.dmverify.sender.configuration;

import com.dmverify.schemas.Topics;
import com.dmverify.sender.publication.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** What of Kafka cannot be said in properties. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** A dead letter carries three headers more than the record that it was. */
    private static final String MOST_BYTES_OF_DEAD_LETTER = String.valueOf(2 * 1024 * 1024);

    @Bean
    KafkaAdmin.NewTopics ownTopics(SenderProperties sender) {
        return new KafkaAdmin.NewTopics(
                topic(Topics.DM_ATTEMPTED, sender.topics()).build(),
                topic(Publisher.RETRY_TOPIC, sender.topics()).build(),
                topic(Publisher.DEAD_LETTER_TOPIC, sender.topics())
                        .config("max.message.bytes", MOST_BYTES_OF_DEAD_LETTER)
                        .build());
    }

    private static TopicBuilder topic(String name, SenderProperties.TopicsToMake topics) {
        return TopicBuilder.name(name).partitions(topics.partitions()).replicas(topics.replicas());
    }

    /**
     * The listener lets nothing escape; should it ever, the batch is handled again and again rather than skipped, which is
     * what the default handler does after ten times.
     */
    @Bean
    CommonErrorHandler neverSkip(SenderProperties sender) {
        return new DefaultErrorHandler(
                new FixedBackOff(sender.pauseWhenAway().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    @Bean
    ContainerCustomizer<String, byte[], ConcurrentMessageListenerContainer<String, byte[]>> finishWhatIsInFlight(
            SenderProperties sender) {
        return container -> container
                .getContainerProperties()
                .setShutdownTimeout(sender.shutdownGrace().toMillis());
    }
}
