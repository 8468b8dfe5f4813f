package com.dmverify.sandbox.http;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Event loops of its own: stopping the sandbox must not stop a neighbour in the same JVM. */
@Configuration(proxyBeanMethods = false)
class EventLoops {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        // By the time that the loops are stopped the doors are closed; the default listens to silence for two seconds.
        factory.setShutdownQuietPeriod(Duration.ZERO);
        return factory;
    }
}
