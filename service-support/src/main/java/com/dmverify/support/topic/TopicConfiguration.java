package com.dmverify.support.topic;

import com.dmverify.support.durability.DurabilitySource;
import com.dmverify.support.startup.StartupCheck;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates and checks the topics that an application declares as {@link WantedTopic} beans. */
@Configuration(proxyBeanMethods = false)
public class TopicConfiguration {

    /** The start of an application waits for a Kafka that is away no longer than this, once for each of two questions. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Bean
    MissingTopics missingKafkaTopics(ObjectProvider<KafkaAdmin> admin, ObjectProvider<WantedTopic> wanted) {
        return new MissingTopics(settings(admin), wanted.orderedStream().toList(), TIMEOUT);
    }

    @Bean
    StartupCheck kafkaTopicsStartupCheck(MissingTopics missing) {
        return new StartupCheck("kafka-topics", missing::create);
    }

    @Bean
    DurabilitySource kafkaTopicsDurability(ObjectProvider<KafkaAdmin> admin, ObjectProvider<WantedTopic> wanted) {
        TopicDurability durability = new TopicDurability(
                settings(admin), wanted.orderedStream().map(WantedTopic::name).toList(), TIMEOUT);
        return new DurabilitySource("kafka", durability::problems);
    }

    private static Supplier<Map<String, Object>> settings(ObjectProvider<KafkaAdmin> admin) {
        return () -> admin.getObject().getConfigurationProperties();
    }
}
