package com.dmverify.sender.configuration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** What of Kafka cannot be said in properties. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    MissingTopics missingTopics(KafkaAdmin admin, SenderProperties sender) {
        return new MissingTopics(admin.getConfigurationProperties(), sender.topics());
    }

    /**
     * The listener lets nothing escape; should it ever, the batch is handled again and again rather than skipped,
     * which is what the default handler does after ten times.
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
