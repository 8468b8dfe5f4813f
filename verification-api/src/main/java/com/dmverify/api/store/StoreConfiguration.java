package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.store.queue.QueueTrackingStore;
import com.dmverify.api.store.queue.SendQueues;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StateProperties.class, Policy.class})
class StoreConfiguration {

    @Bean
    VerificationStore verificationStore(
            ReactiveStringRedisTemplate redis,
            Policy policy,
            StateProperties properties,
            SendQueues queues,
            Clock clock) {
        return new QueueTrackingStore(
                new RedisVerificationStore(redis, new StateJson(), policy, properties, clock), queues);
    }

    @Bean
    SendQueues sendQueues(ReactiveStringRedisTemplate redis, Policy policy, StateProperties properties, Clock clock) {
        Duration keep = policy.sendWithin().plus(policy.reportGrace());
        return new SendQueues(redis, clock, keep, properties.hintTimeout());
    }

    @Bean
    Quarantine quarantine(ReactiveStringRedisTemplate redis, Clock clock) {
        return new Quarantine(redis, clock);
    }

    @Bean
    Outbox outbox(ReactiveStringRedisTemplate redis, StateProperties properties, Clock clock) {
        return new RedisOutbox(redis, new StateJson(), properties, clock);
    }

    @Bean
    VerificationIndex verificationIndex(ReactiveStringRedisTemplate redis, Policy policy, Clock clock) {
        return new VerificationIndex(redis, clock, policy.longestRun().plus(policy.keepTerminal()));
    }
}
