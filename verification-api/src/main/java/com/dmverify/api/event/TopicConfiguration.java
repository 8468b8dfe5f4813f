package com.dmverify.api.event;

import com.dmverify.schemas.Topics;
import com.dmverify.support.topic.WantedTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that this service writes or reads, created where they are missing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class TopicConfiguration {

    @Bean
    WantedTopic orders(TopicProperties topics) {
        return WantedTopic.of(Topics.VERIFICATION_REQUESTED).partitions(topics.orderPartitions());
    }

    @Bean
    WantedTopic events() {
        return WantedTopic.of(Topics.VERIFICATION_EVENTS);
    }

    @Bean
    WantedTopic optOutsTopic() {
        return WantedTopic.of(Topics.OPT_OUTS).compacted();
    }

    @Bean
    WantedTopic reports() {
        return WantedTopic.of(Topics.DM_ATTEMPTED);
    }

    @Bean
    WantedTopic laterReports() {
        return WantedTopic.of(Topics.DM_ATTEMPTED + Topics.RETRY).largerMessages();
    }

    @Bean
    WantedTopic deadReports() {
        return WantedTopic.of(Topics.DM_ATTEMPTED + Topics.DLT).largerMessages();
    }

    @Bean
    WantedTopic activities() {
        return WantedTopic.of(Topics.X_ACTIVITY);
    }

    @Bean
    WantedTopic laterActivities() {
        return WantedTopic.of(Topics.X_ACTIVITY + Topics.RETRY).largerMessages();
    }

    @Bean
    WantedTopic deadActivities() {
        return WantedTopic.of(Topics.X_ACTIVITY + Topics.DLT).largerMessages();
    }
}
