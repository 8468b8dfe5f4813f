package com.dmverify.webhook.challenge;

import com.dmverify.webhook.app.Apps;
import com.dmverify.webhook.log.LineLimits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChallengeConfiguration {

    @Bean
    Challenges challenges(Clock clock, MeterRegistry meters, LineLimits lines) {
        return new Challenges(clock, meters, lines.limit());
    }

    @Bean
    ChallengeHealthIndicator challengesHealthIndicator(Apps apps, Challenges challenges, Clock clock) {
        return new ChallengeHealthIndicator(apps, challenges, clock);
    }
}
