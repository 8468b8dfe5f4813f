package com.dmverify.api.deadline;

import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.SweepLeases;
import com.dmverify.api.store.Moments;
import com.dmverify.api.store.Quarantine;
import com.dmverify.api.store.VerificationStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineProperties.class)
class DeadlineConfiguration {

    @Bean
    DeadlineSweeper deadlineSweeper(
            VerificationStore store,
            Moments moments,
            Quarantine quarantine,
            Redis redis,
            DeadlineProperties properties) {
        SweepLeases leases = new SweepLeases(redis, "deadlines", properties.lease());
        return new DeadlineSweeper(store, moments, quarantine, leases, properties);
    }

    @Bean
    QuarantineReview quarantineReview(
            VerificationStore store, Quarantine quarantine, DeadlineProperties properties, MeterRegistry meters) {
        return new QuarantineReview(store, quarantine, properties, meters);
    }
}
