package com.dmverify.api.limit;

import com.dmverify.api.store.limit.Counters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    StartLimits startLimits(Counters counters, LimitProperties properties) {
        return new StartLimits(counters, properties);
    }

    @Bean
    FailureLimit failureLimit(Counters counters, LimitProperties properties) {
        return new FailureLimit(counters, properties.failures());
    }

    @Bean
    RequestLimits requestLimits(LimitProperties properties) {
        return RequestLimits.perSecond(properties.requestsPerKeySecond());
    }
}
