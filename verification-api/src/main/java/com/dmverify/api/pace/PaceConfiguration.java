package com.dmverify.api.pace;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.store.queue.SendingQueues;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaceProperties.class)
class PaceConfiguration {

    @Bean
    Paces paces(Clock clock, PaceProperties properties) {
        return new Paces(clock, properties.believedFor());
    }

    @Bean
    PaceListener paceListener(
            ConsumerFactory<String, byte[]> consumers,
            EventCodec codec,
            Paces paces,
            MeterRegistry meters,
            PaceProperties properties) {
        return new PaceListener(
                () -> consumers.createConsumer(null, null, null, lookingOn()),
                codec,
                paces,
                meters.counter("kafka.records.skipped", "topic", Topics.DM_PACE),
                properties);
    }

    @Bean
    Departures departures(Paces paces, SendingQueues queues, Policy policy, Clock clock) {
        return new Departures(paces, queues, policy.sendWithin(), clock);
    }

    /** Of the configured settings these differ, whatever an operator gives to the listeners. */
    private static Properties lookingOn() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // The topic is its writer's to make: made by a reader, it would not be compacted.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return settings;
    }
}
