package com.dmverify.support.topic;

import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import com.dmverify.support.durability.DurabilitySource;
import com.dmverify.support.startup.StartupCheck;
import com.dmverify.support.startup.StartupProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Names, creates and checks the topics that an application lists as {@link UsedTopics} beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
public class TopicConfiguration {

    /** Stands before a topic's name in {@code @KafkaListener(topics = PREFIX + Topics.…)}. */
    public static final String PREFIX = "${dm-verify.topics.prefix:}";

    @Bean
    TopicNames topicNames(TopicProperties properties) {
        return properties.names();
    }

    @Bean
    TopicCreation topicCreation(
            ObjectProvider<KafkaAdmin> admin,
            ObjectProvider<UsedTopics> used,
            TopicProperties properties,
            StartupProperties startup,
            MeterRegistry meters) {
        int timeoutMillis = startup.kafkaTimeoutMillis();
        return new TopicCreation(
                settings(admin),
                deployed(used, properties),
                properties,
                new TopicComparison(meters, timeoutMillis),
                timeoutMillis);
    }

    @Bean
    StartupCheck kafkaTopicsStartupCheck(TopicCreation topics) {
        return new StartupCheck("kafka-topics", topics::create);
    }

    @Bean
    DurabilitySource kafkaTopicsDurability(
            ObjectProvider<KafkaAdmin> admin,
            ObjectProvider<UsedTopics> used,
            TopicProperties properties,
            StartupProperties startup) {
        List<String> names =
                deployed(used, properties).stream().map(TopicSpec::name).toList();
        TopicDurability durability = new TopicDurability(settings(admin), names, startup.kafkaTimeout());
        return new DurabilitySource("kafka", durability::problems);
    }

    private static List<TopicSpec> deployed(ObjectProvider<UsedTopics> used, TopicProperties properties) {
        return used.orderedStream()
                .flatMap(topics -> topics.topics().stream())
                .distinct()
                .map(properties::deployed)
                .toList();
    }

    private static Supplier<Map<String, Object>> settings(ObjectProvider<KafkaAdmin> admin) {
        return () -> admin.getObject().getConfigurationProperties();
    }
}
