package com.dmverify.connections.cast;

import com.dmverify.connections.configuration.ConnectionsConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A service that imports this module, as a sender does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ConnectionsConfiguration.class)
public class TestService {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
