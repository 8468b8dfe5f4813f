package com.dmverify.support.record;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard of the application's Kafka listeners. */
@Configuration(proxyBeanMethods = false)
public class RecordConfiguration {

    @Bean
    RecordGuard recordGuard(MeterRegistry meters) {
        return new RecordGuard(meters);
    }
}
