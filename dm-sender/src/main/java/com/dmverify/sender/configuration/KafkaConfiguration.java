package com.dmverify.sender.configuration;

import com.dmverify.schemas.Topics;
import com.dmverify.sender.publication.Publisher;
import com.dmverify.support.topic.WantedTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** What of Kafka cannot be said in properties. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    @Bean
    WantedTopic ordersTopic(SenderProperties sender) {
        return ours(Topics.VERIFICATION_REQUESTED, sender);
    }

    @Bean
    WantedTopic attemptsTopic(SenderProperties sender) {
        return ours(Topics.DM_ATTEMPTED, sender);
    }

    @Bean
    WantedTopic retryTopic(SenderProperties sender) {
        return ours(Publisher.RETRY_TOPIC, sender).largerMessages();
    }

    @Bean
    WantedTopic deadLetterTopic(SenderProperties sender) {
        return ours(Publisher.DEAD_LETTER_TOPIC, sender).largerMessages();
    }

    @Bean
    WantedTopic paceTopic(SenderProperties sender) {
        return replicated(WantedTopic.of(Topics.DM_RATE_LIMITS).partitions(1).compacted(), sender);
    }

    /** verification-api's; made as it would make it, since without it nothing is sent. */
    @Bean
    WantedTopic eventsTopic() {
        return WantedTopic.of(Topics.VERIFICATION_EVENTS);
    }

    /** The same. */
    @Bean
    WantedTopic optOutsTopic() {
        return WantedTopic.of(Topics.OPT_OUTS).compacted();
    }

    private static WantedTopic ours(String name, SenderProperties sender) {
        return replicated(WantedTopic.of(name).partitions(sender.topics().partitions()), sender);
    }

    private static WantedTopic replicated(WantedTopic topic, SenderProperties sender) {
        short replicas = sender.topics().replicas();
        return replicas < 1 ? topic : topic.replicas(replicas);
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
