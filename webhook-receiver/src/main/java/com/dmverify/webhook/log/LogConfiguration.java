package com.dmverify.webhook.log;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    @Bean
    LogLimiters logLimiters(LogProperties properties) {
        return new LogLimiters(properties.unauthenticatedLinesPerMinute());
    }
}
