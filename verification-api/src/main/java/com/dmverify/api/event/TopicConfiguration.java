package com.dmverify.api.event;

import com.dmverify.schemas.Topics;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics that are missing, as the broker's defaults have it; what an operator made stays as it is. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    KafkaAdmin.NewTopics missingTopics() {
        return new KafkaAdmin.NewTopics(Stream.of(
                        Topics.VERIFICATION_REQUESTED,
                        Topics.VERIFICATION_EVENTS,
                        Topics.DM_ATTEMPTED,
                        Topics.DM_ATTEMPTED + Topics.DLT,
                        Topics.X_ACTIVITY,
                        Topics.X_ACTIVITY + Topics.DLT)
                .map(name -> TopicBuilder.name(name).build())
                .toArray(NewTopic[]::new));
    }
}
