package com.dmverify.api.event;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class TopicConfiguration {

    @Bean
    MissingTopics missingTopics(KafkaAdmin admin, TopicProperties topics) {
        return new MissingTopics(
                admin.getConfigurationProperties(),
                topics.orderPartitions(),
                Duration.ofSeconds(admin.getOperationTimeout()));
    }
}
