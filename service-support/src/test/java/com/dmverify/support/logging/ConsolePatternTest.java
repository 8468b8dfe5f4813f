package com.dmverify.support.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class ConsolePatternTest {

    @Test
    void theDefaultPrintsKeyValues() {
        assertThat(pattern()).isEqualTo(ConsolePattern.PATTERN).contains("%kvp", "%mdc", "%wEx");
    }

    @Test
    void anyOtherSettingWins() {
        assertThat(pattern("--logging.pattern.console=%m")).isEqualTo("%m");
    }

    private static String pattern(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("spring.config.name=none", "spring.main.banner-mode=off")
                .run(arguments)) {
            return context.getEnvironment().getProperty("logging.pattern.console");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
