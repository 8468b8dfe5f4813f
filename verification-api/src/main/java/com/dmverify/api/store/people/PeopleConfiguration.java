package com.dmverify.api.store.people;

import com.dmverify.api.policy.Policy;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OptOutProperties.class)
class PeopleConfiguration {

    @Bean
    People people(ReactiveStringRedisTemplate redis, Clock clock, Policy policy) {
        return new People(redis, clock, policy.longestRun());
    }

    @Bean
    OptOutStore optOutStore(ReactiveStringRedisTemplate redis, OptOutProperties properties) {
        return new OptOutStore(redis, properties.startKeptFor(), properties.changesKeptFor());
    }

    @Bean
    KnownActivities knownActivities(ReactiveStringRedisTemplate redis) {
        return new KnownActivities(redis);
    }
}
