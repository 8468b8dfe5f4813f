package com.dmverify.webhook.challenge;

import com.dmverify.webhook.app.Apps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChallengeConfiguration {

    @Bean
    Challenges challenges(Clock clock, MeterRegistry meters) {
        return new Challenges(clock, meters);
    }

    @Bean
    ChallengeHealthIndicator challengesHealthIndicator(Apps apps, Challenges challenges, Clock clock) {
        return new ChallengeHealthIndicator(apps, challenges, clock);
    }
}
