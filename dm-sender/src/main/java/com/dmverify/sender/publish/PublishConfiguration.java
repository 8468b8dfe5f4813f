package com.dmverify.sender.publish;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.support.topic.UsedTopics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** Lists the topics of dm-sender, and makes what publishes to them. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    /** Spring's own listener logs the key of a record that fails, which may be a person's id. Who publishes logs what fails. */
    @Bean
    ProducerListener<Object, Object> silentListener() {
        return new ProducerListener<>() {};
    }

    @Bean
    UsedTopics usedTopics() {
        return UsedTopics.of(
                Topics.VERIFICATION_REQUESTED,
                Publisher.RETRY_TOPIC,
                Publisher.DEAD_LETTER_TOPIC,
                Topics.DM_ATTEMPTED,
                Topics.DM_RATE_LIMITS,
                Topics.X_ACTIVITY,
                Topics.VERIFICATION_EVENTS,
                Topics.OPT_OUTS);
    }

    @Bean
    Publisher publisher(KafkaTemplate<String, byte[]> kafka, TopicNames topics, EventCodec codec, Clock clock) {
        return new Publisher(kafka, topics, codec, clock);
    }
}
