package com.dmverify.sender.ratelimit;

import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.sender.retry.SendTimings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts calls to X in Redis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RateLimitProperties.class, PersonLimitProperties.class})
class RateLimitConfiguration {

    @Bean
    CallBudget callBudget(RedisScriptRunner redis, RateLimitProperties properties, Clock clock) {
        return new RedisCallBudget(redis, clock, properties.resetMargin(), properties.answerTime());
    }

    @Bean
    RateLimiter rateLimiter(CallBudget budget, SendTimings timings, Clock clock) {
        return new RateLimiter(budget, clock, timings.throttled());
    }
}
