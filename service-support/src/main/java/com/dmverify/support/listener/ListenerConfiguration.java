package com.dmverify.support.listener;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Supervises the listeners of an application, if it has any. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListenerProperties.class)
public class ListenerConfiguration {

    @Bean
    ListenerSupervisor kafkaListenerSupervisor(
            ObjectProvider<KafkaListenerEndpointRegistry> listeners,
            MeterRegistry meters,
            ListenerProperties properties) {
        return new ListenerSupervisor(listeners::getIfAvailable, meters, properties, System::nanoTime);
    }

    @Bean
    ListenersHealthIndicator kafkaListenersHealthIndicator(ListenerSupervisor supervisor) {
        return new ListenersHealthIndicator(supervisor);
    }

    /** Takes the place of Spring Boot's bean of this name, which is in the group {@code liveness}. */
    @Bean
    ListenerLivenessIndicator livenessStateHealthIndicator(
            ApplicationAvailability availability, ListenerSupervisor supervisor, ListenerProperties properties) {
        return new ListenerLivenessIndicator(availability, supervisor, properties.deadAfter());
    }
}
