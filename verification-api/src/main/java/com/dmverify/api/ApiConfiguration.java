package com.dmverify.api;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The clock, and the threads of the sweeps: one each, so that a long sweep of the outbox does not delay a deadline. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ApiConfiguration.class);
    private static final int SWEEPS = 2;

    /** A running sweep ends before the connections to Redis and Kafka are closed. */
    private static final Duration LAST_SWEEP = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(SWEEPS);
        scheduler.setThreadNamePrefix("sweep-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationMillis(LAST_SWEEP.toMillis());
        scheduler.setErrorHandler(
                error -> log.atWarn().addKeyValue("cause", error.toString()).log("sweep.failed"));
        return scheduler;
    }
}
