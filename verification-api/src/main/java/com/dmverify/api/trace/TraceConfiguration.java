package com.dmverify.api.trace;

import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    RecordSpans recordSpans(ObjectProvider<Propagator> propagator) {
        return new RecordSpans(propagator.getIfAvailable());
    }
}
