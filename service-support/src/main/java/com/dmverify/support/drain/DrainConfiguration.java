package com.dmverify.support.drain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a service end without losing a request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrainProperties.class)
public class DrainConfiguration {

    @Bean
    Drain drain(DrainProperties properties, ApplicationEventPublisher events) {
        return new Drain(properties, events);
    }

    @Bean
    ConnectionCloseFilter connectionCloseFilter(Drain drain) {
        return new ConnectionCloseFilter(drain);
    }
}
