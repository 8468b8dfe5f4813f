package com.dmverify.sender;

import com.dmverify.schemas.EventCodec;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What all parts of the service share: clock, codec, scheduler. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SenderConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SenderConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        // A credential check that waits for X must not delay the status of the rate limits.
        scheduler.setPoolSize(2);
        scheduler.setThreadNamePrefix("schedule-");
        scheduler.setErrorHandler(
                error -> LOG.atWarn().addKeyValue("cause", error.toString()).log("schedule.failed"));
        return scheduler;
    }
}
