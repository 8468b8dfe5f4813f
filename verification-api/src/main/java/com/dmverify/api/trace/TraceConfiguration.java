package com.dmverify.api.trace;

import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    RecordSpans recordSpans(ObjectProvider<Propagator> propagator) {
        return new RecordSpans(propagator.getIfAvailable());
    }

    /** An observation for each of Spring Security's filters costs more than the filters do. */
    @Bean
    SecurityObservationSettings securityIsNotObserved() {
        return SecurityObservationSettings.noObservations();
    }
}
