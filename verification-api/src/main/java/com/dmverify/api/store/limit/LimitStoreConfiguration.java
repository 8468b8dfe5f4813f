package com.dmverify.api.store.limit;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class LimitStoreConfiguration {

    @Bean
    Counters counters(ReactiveStringRedisTemplate redis, Clock clock) {
        return new Counters(redis, clock);
    }
}
