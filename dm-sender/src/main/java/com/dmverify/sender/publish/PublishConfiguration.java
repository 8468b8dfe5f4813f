package com.dmverify.sender.publish;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.support.topic.WantedTopic;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Makes the topics of orders and reports, and what publishes to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class PublishConfiguration {

    @Bean
    WantedTopic ordersTopic(TopicProperties topics) {
        return topics.partitioned(Topics.VERIFICATION_REQUESTED);
    }

    @Bean
    WantedTopic reportsTopic(TopicProperties topics) {
        return topics.partitioned(Topics.DM_ATTEMPTED);
    }

    @Bean
    WantedTopic retryTopic(TopicProperties topics) {
        return topics.partitioned(Publisher.RETRY_TOPIC).largerMessages();
    }

    @Bean
    WantedTopic deadLetterTopic(TopicProperties topics) {
        return topics.partitioned(Publisher.DEAD_LETTER_TOPIC).largerMessages();
    }

    @Bean
    Publisher publisher(KafkaTemplate<String, byte[]> kafka, EventCodec codec, Clock clock) {
        return new Publisher(kafka, codec, clock);
    }
}
