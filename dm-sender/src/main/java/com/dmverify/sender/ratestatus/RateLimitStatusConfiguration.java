package com.dmverify.sender.ratestatus;

import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.ratelimit.CallBudget;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Publishes the status of the rate limits on a schedule. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitStatusProperties.class)
class RateLimitStatusConfiguration {

    @Bean
    RateLimitStatusReporter rateLimitStatusReporter(
            Accounts accounts,
            CallBudget budget,
            KafkaTemplate<String, byte[]> kafka,
            TopicNames topics,
            Consumer<List<RateLimitObservation>> gauges,
            RateLimitStatusReporter.Schedule schedule) {
        return new RateLimitStatusReporter(accounts, budget, kafka, topics.of(Topics.DM_RATE_LIMITS), gauges, schedule);
    }

    @Bean
    RateLimitStatusReporter.Schedule rateLimitStatusSchedule(RateLimitStatusProperties properties, Clock clock) {
        return new RateLimitStatusReporter.Schedule(clock, properties.atLeastEvery());
    }

    @Bean
    SchedulingConfigurer rateLimitStatusTask(RateLimitStatusReporter reporter, RateLimitStatusProperties properties) {
        Duration every = properties.lookEvery();
        return tasks -> tasks.addFixedDelayTask(reporter::report, every);
    }
}
