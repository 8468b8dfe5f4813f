package com.dmverify.sender.lookup;

import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.retry.SendTimings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what carries out look-ups. */
@Configuration(proxyBeanMethods = false)
class LookUpConfiguration {

    @Bean
    LookUps lookUps(Accounts accounts, SendTimings timings, Clock clock) {
        return new LookUps(accounts, timings, clock);
    }
}
