package com.dmverify.api.eta;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.store.queue.SendQueues;
import com.dmverify.api.tenant.KnownTenants;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
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
@EnableConfigurationProperties(EtaProperties.class)
class EtaConfiguration {

    @Bean
    RateLimitStatuses rateLimitStatuses(Clock clock, EtaProperties properties) {
        return new RateLimitStatuses(clock, properties.believedFor());
    }

    @Bean
    RateLimitStatusListener rateLimitStatusListener(
            ConsumerFactory<String, byte[]> consumers,
            TopicNames names,
            EventCodec codec,
            RateLimitStatuses statuses,
            MeterRegistry meters,
            EtaProperties properties) {
        return new RateLimitStatusListener(
                () -> consumers.createConsumer(null, null, null, lookingOn()),
                names.of(Topics.DM_RATE_LIMITS),
                codec,
                statuses,
                meters.counter("kafka.records.skipped", "topic", names.of(Topics.DM_RATE_LIMITS)),
                properties);
    }

    @Bean
    EtaEstimator etaEstimator(RateLimitStatuses statuses, SendQueues queues, Policy policy, Clock clock) {
        return new EtaEstimator(statuses, queues, policy.sendWithin(), clock);
    }

    @Bean
    SharedAccountLimit sharedAccountLimit(
            RateLimitStatuses statuses, SendQueues queues, KnownTenants tenants, Clock clock) {
        return new SharedAccountLimit(statuses, queues, tenants, clock);
    }

    /** Settings of this consumer that no configuration of the listeners may change. */
    private static Properties lookingOn() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // dm-sender creates the topic: created by a reader, it would not be compacted.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return settings;
    }
}
