package com.dmverify.api.event;

import com.dmverify.schemas.Topics;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that are missing, as the broker's defaults have it; what an operator made stays as it is. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    /** A dead letter carries three headers more than the record that it was. */
    private static final String LARGER_MESSAGES = "2097152";

    @Bean
    KafkaAdmin.NewTopics missingTopics() {
        return new KafkaAdmin.NewTopics(Stream.of(
                        Topics.VERIFICATION_REQUESTED,
                        Topics.VERIFICATION_EVENTS,
                        Topics.DM_ATTEMPTED,
                        Topics.X_ACTIVITY)
                .map(name -> TopicBuilder.name(name).build())
                .toArray(NewTopic[]::new));
    }

    @Bean
    KafkaAdmin.NewTopics missingDeadLetterTopics() {
        return new KafkaAdmin.NewTopics(Stream.of(Topics.DM_ATTEMPTED, Topics.X_ACTIVITY)
                .map(name -> TopicBuilder.name(name + Topics.DLT)
                        .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGER_MESSAGES)
                        .build())
                .toArray(NewTopic[]::new));
    }
}
