package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.store.queue.QueueingStore;
import com.dmverify.api.store.queue.SendingQueues;
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
            SendingQueues queues,
            Clock clock) {
        return new QueueingStore(new RedisVerificationStore(redis, new StateJson(), policy, properties, clock), queues);
    }

    @Bean
    SendingQueues sendingQueues(
            ReactiveStringRedisTemplate redis, Policy policy, StateProperties properties, Clock clock) {
        Duration keep = policy.sendWithin().plus(policy.reportGrace());
        return new SendingQueues(redis, clock, keep, properties.hintPatience());
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
