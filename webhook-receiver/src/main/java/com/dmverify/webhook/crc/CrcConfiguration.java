package com.dmverify.webhook.crc;

import com.dmverify.webhook.app.Apps;
import com.dmverify.webhook.log.LogLimiters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CrcConfiguration {

    @Bean
    CrcChecks crcChecks(Clock clock, MeterRegistry meters, LogLimiters lines) {
        return new CrcChecks(clock, meters, lines.limit());
    }

    @Bean
    CrcHealthIndicator crcHealthIndicator(Apps apps, CrcChecks crcChecks, Clock clock) {
        return new CrcHealthIndicator(apps, crcChecks, clock);
    }

    @Bean
    CrcGauges crcGauges(Apps apps, CrcChecks crcChecks, Clock clock) {
        return new CrcGauges(apps, crcChecks, clock);
    }
}
