package com.dmverify.sender.configuration;

import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.intake.Partitions;
import com.dmverify.sender.seen.AccountsHealth;
import com.dmverify.sender.seen.Passages;
import com.dmverify.sender.seen.SenderMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what an operator sees. */
@Configuration(proxyBeanMethods = false)
class SeenConfiguration {

    @Bean
    SenderMetrics senderMetrics(MeterRegistry meters, Accounts accounts) {
        return new SenderMetrics(meters, accounts);
    }

    @Bean
    MeterBinder ordersInHand(Partitions partitions) {
        return SenderMetrics.ordersInHand(partitions::unfinished);
    }

    @Bean
    Passages passages(SenderMetrics metrics) {
        return new Passages(metrics);
    }

    @Bean
    AccountsHealth accountsHealthIndicator(Accounts accounts) {
        return new AccountsHealth(accounts);
    }
}
