package com.dmverify.webhook.recovery;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.support.topic.UsedTopics;
import com.dmverify.webhook.app.RegisteredApps;
import com.dmverify.webhook.recovery.Recovery.RecoveryTopic;
import com.dmverify.webhook.registration.XClients;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Only where the service has the app's credentials: with {@code dm-verify.webhook.register}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("dm-verify.webhook.register")
@EnableConfigurationProperties(RecoveryProperties.class)
class RecoveryConfiguration {

    private static final String GROUP = "webhook-receiver-recovery";

    @Bean
    UsedTopics recoveryTopics() {
        return UsedTopics.of(Topics.WEBHOOK_RECOVERY);
    }

    @Bean
    Recovery recovery(
            RegisteredApps apps,
            ConsumerFactory<?, ?> consumers,
            KafkaTemplate<String, byte[]> kafka,
            TopicNames topics,
            EventCodec codec,
            XClients clients,
            RecoveryProperties properties,
            Clock clock) {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new Recovery(
                apps,
                new RecoveryTopic(
                        topics.of(Topics.WEBHOOK_RECOVERY),
                        () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                        kafka),
                codec,
                new Replays(clients::of),
                properties,
                clock);
    }
}
