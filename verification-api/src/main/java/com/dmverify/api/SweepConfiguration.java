package com.dmverify.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a sweep fails: it is told in one line, and the next one tries again. */
@Configuration(proxyBeanMethods = false)
class SweepConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SweepConfiguration.class);

    @Bean
    SimpleAsyncTaskSchedulerCustomizer tellInOneLine() {
        return scheduler -> scheduler.setErrorHandler(
                error -> log.atWarn().addKeyValue("cause", error.toString()).log("sweep.failed"));
    }
}
