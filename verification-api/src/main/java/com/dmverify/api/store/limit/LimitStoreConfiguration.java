package com.dmverify.api.store.limit;

import com.dmverify.api.redis.Redis;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitStoreConfiguration {

    @Bean
    Counters counters(Redis redis, Clock clock) {
        return new Counters(redis, clock);
    }
}
