package com.dmverify.api.outbox;

import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.SweepLeases;
import com.dmverify.schemas.EventCodec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {

    private static final Duration SCRAPE_TIMEOUT = Duration.ofSeconds(2);

    @Bean
    EventRecords eventRecords(EventCodec codec, EventTopics topics) {
        return new EventRecords(codec, topics);
    }

    @Bean
    Outbox outbox(Redis redis, Clock clock, OutboxProperties properties) {
        return new RedisOutbox(redis, clock, properties);
    }

    /** The producer is made when the first record is published, and closed with its factory. */
    @Bean
    OutboxRelay outboxRelay(ProducerFactory<String, byte[]> producers, Outbox outbox, OutboxProperties properties) {
        ProducerFactory<String, byte[]> ours = producers.copyWithConfigurationOverride(Map.of(
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                OrderPartitioner.class,
                ProducerConfig.LINGER_MS_CONFIG,
                properties.linger().toMillis()));
        return new OutboxRelay(ours::createProducer, outbox, properties);
    }

    @Bean
    OutboxSweeper outboxSweeper(Outbox outbox, OutboxRelay relay, Redis redis, OutboxProperties properties) {
        return new OutboxSweeper(outbox, relay, new SweepLeases(redis, "outbox", properties.lease()), properties);
    }

    @Bean
    OutboxHealthIndicator outboxHealthIndicator(Outbox outbox, OutboxProperties properties) {
        return new OutboxHealthIndicator(outbox, properties.sweepAfter());
    }

    @Bean
    EventLog eventLog(MeterRegistry meters) {
        return new EventLog(meters);
    }

    @Bean
    Funnel funnel(MeterRegistry meters, Policies policies) {
        return new Funnel(meters, profile -> numbers(policies, profile));
    }

    /** A profile that was removed since the verification began counts as the standard one. */
    private static Policy numbers(Policies policies, String profile) {
        try {
            return policies.named(profile).numbers();
        } catch (IllegalArgumentException e) {
            return policies.named(Policies.STANDARD).numbers();
        }
    }

    /** Asked at each scrape; not a number while Redis is unavailable. */
    @Bean
    MeterBinder outboxWaiting(Outbox outbox) {
        return meters -> Gauge.builder("dm.verify.outbox.waiting", outbox, OutboxConfiguration::waiting)
                .description("Records that were committed and are not in Kafka yet")
                .strongReference(true)
                .register(meters);
    }

    private static double waiting(Outbox outbox) {
        try {
            Long waiting = outbox.waiting().block(SCRAPE_TIMEOUT);
            return waiting == null ? Double.NaN : waiting;
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
