package com.dmverify.api.store;

import com.dmverify.api.outbox.CommitObserver;
import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.store.queue.SendQueues;
import com.dmverify.api.tenant.KnownTenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StateProperties.class, Policy.class})
class StoreConfiguration {

    @Bean
    VerificationStore verificationStore(
            Redis redis,
            EventRecords records,
            List<CommitObserver> observers,
            Policy policy,
            StateProperties properties,
            Clock clock) {
        VerificationCodec codec = new VerificationCodec();
        CommitObserver all = (change, entries) -> observers.forEach(observer -> observer.committed(change, entries));
        return new RedisVerificationStore(
                redis, new Committer(redis, records, all, policy, properties, codec), properties, clock);
    }

    @Bean
    Moments moments(Clock clock, Policy policy) {
        return new Moments(clock, policy);
    }

    @Bean
    SendQueues sendQueues(
            Redis redis,
            Policy policy,
            Policies policies,
            StateProperties properties,
            KnownTenants tenants,
            Clock clock) {
        Duration keep = policies.longestWait().plus(policy.reportGrace());
        return new SendQueues(redis, clock, account -> tenants.sharing(account) > 1, keep, properties.hintTimeout());
    }

    @Bean
    Quarantine quarantine(Redis redis, Clock clock) {
        return new Quarantine(redis, clock);
    }

    @Bean
    DamagedVerifications damagedVerifications(Redis redis, Quarantine quarantine) {
        return new DamagedVerifications(redis, quarantine);
    }

    @Bean
    ChallengeIndex challengeIndex(Redis redis, Clock clock) {
        return new ChallengeIndex(redis, clock);
    }

    @Bean
    VerificationIndex verificationIndex(Redis redis, Policy policy, Policies policies, Clock clock) {
        return new VerificationIndex(redis, clock, policies.longestRun().plus(policy.keepTerminal()));
    }
}
