package com.dmverify.sender.configuration;

import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.budget.CallBudget;
import com.dmverify.sender.pace.PaceReporter;
import com.dmverify.sender.seen.BudgetGauges;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Lets the pace be told, on a thread of its own. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PaceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PaceConfiguration.class);

    @Bean
    PaceReporter paceReporter(
            Accounts accounts,
            CallBudget budget,
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry meters,
            PaceReporter.Rhythm rhythm) {
        return new PaceReporter(accounts, budget, kafka, new BudgetGauges(meters), rhythm);
    }

    @Bean
    PaceReporter.Rhythm paceRhythm(SenderProperties sender, Clock clock) {
        return new PaceReporter.Rhythm(clock, sender.pace().atLeastEvery());
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        // Whoever waits for X must not hold up the pace.
        scheduler.setPoolSize(2);
        scheduler.setThreadNamePrefix("round-");
        scheduler.setErrorHandler(
                error -> LOG.atWarn().addKeyValue("cause", error.toString()).log("round.failed"));
        return scheduler;
    }

    @Bean
    SchedulingConfigurer paceSchedule(PaceReporter reporter, SenderProperties sender) {
        Duration every = sender.pace().lookEvery();
        return tasks -> tasks.addFixedDelayTask(reporter::report, every);
    }
}
