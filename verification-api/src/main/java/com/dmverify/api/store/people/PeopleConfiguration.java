package com.dmverify.api.store.people;

import com.dmverify.api.policy.Policy;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefusalProperties.class)
class PeopleConfiguration {

    @Bean
    People people(ReactiveStringRedisTemplate redis, Clock clock, Policy policy) {
        return new People(redis, clock, policy.longestRun());
    }

    @Bean
    Refusals refusals(ReactiveStringRedisTemplate redis, Policy policy, RefusalProperties properties) {
        return new Refusals(redis, policy.longestRun(), properties.optOutFor());
    }
}
