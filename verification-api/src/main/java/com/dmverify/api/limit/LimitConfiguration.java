package com.dmverify.api.limit;

import com.dmverify.api.policy.ProfileLimits;
import com.dmverify.api.store.limit.Counters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    StartLimits startLimits(Counters counters) {
        return new StartLimits(counters);
    }

    @Bean
    FailureLimit failureLimit(Counters counters, LimitProperties properties) {
        return new FailureLimit(counters, properties.failuresPerTargetDay());
    }

    /** Of the standard profile. */
    @Bean
    ProfileLimits standardLimits(LimitProperties properties) {
        return properties.ofProfile();
    }

    @Bean
    RequestLimits requestLimits(LimitProperties properties) {
        return RequestLimits.perSecond(properties.requestsPerKeySecond());
    }
}
