package com.dmverify.api.store.person;

import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.redis.Redis;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OptOutProperties.class)
class PersonConfiguration {

    @Bean
    PersonIndex persons(Redis redis, Clock clock, Policy policy, Policies policies) {
        return new PersonIndex(redis, clock, policies.longestRun(), policy.keepTerminal());
    }

    @Bean
    Erasures erasures(Redis redis, Policies policies) {
        return new Erasures(redis, policies.longestRun());
    }

    @Bean
    LookUps lookUps(Redis redis) {
        return new LookUps(redis);
    }

    @Bean
    OptOutStore optOutStore(Redis redis, OptOutProperties properties) {
        return new OptOutStore(redis, properties.startKeptFor(), properties.recordsKeptFor());
    }

    @Bean
    ProcessedActivities processedActivities(ReactiveStringRedisTemplate redis) {
        return new ProcessedActivities(redis);
    }
}
