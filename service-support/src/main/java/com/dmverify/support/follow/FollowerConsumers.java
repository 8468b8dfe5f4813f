package com.dmverify.support.follow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.core.ConsumerFactory;

/** Consumers in no group and without commits, with the application's settings for Kafka. */
public final class FollowerConsumers {

    private FollowerConsumers() {}

    public static Supplier<Consumer<String, byte[]>> of(ObjectProvider<ConsumerFactory<?, ?>> kafka) {
        return () -> {
            Map<String, Object> settings = new HashMap<>(
                    kafka.orderedStream().findFirst().orElseThrow().getConfigurationProperties());
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
            settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
            settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        };
    }
}
