package com.dmverify.sender.retry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the waits of the sender from its properties. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RetryProperties.class, UnknownOutcomeProperties.class})
class RetryConfiguration {

    @Bean
    BackOff backOff(RetryProperties retry) {
        return new BackOff(retry.first(), retry.longest(), retry.maxAttempts());
    }

    @Bean
    SendTimings sendTimings(BackOff backOff, RetryProperties retry, UnknownOutcomeProperties unknown) {
        return new SendTimings(
                backOff, retry.throttled(), unknown.grace(), unknown.search(), unknown.skew(), unknown.reportMargin());
    }
}
