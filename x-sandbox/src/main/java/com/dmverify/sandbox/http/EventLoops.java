package com.dmverify.sandbox.http;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Gives the sandbox its own event loops, so that stopping it does not stop other applications in the JVM. */
@Configuration(proxyBeanMethods = false)
class EventLoops {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        // The server is closed before the loops; the default waits another two seconds.
        factory.setShutdownQuietPeriod(Duration.ZERO);
        return factory;
    }
}
