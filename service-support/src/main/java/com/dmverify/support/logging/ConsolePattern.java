package com.dmverify.support.logging;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives {@code logging.pattern.console} a default that prints what Spring Boot's own leaves out: the key-values of a log
 * event, {@code trace_id} among them, and the values of its context (MDC). Any other setting wins.
 */
public final class ConsolePattern implements EnvironmentPostProcessor {

    static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p %-40.40logger{39} : %m %kvp %mdc%n%wEx";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("consolePattern", Map.of("logging.pattern.console", PATTERN)));
    }
}
