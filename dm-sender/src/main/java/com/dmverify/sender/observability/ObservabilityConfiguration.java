package com.dmverify.sender.observability;

import com.dmverify.sender.account.Accounts;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what operators see. */
@Configuration(proxyBeanMethods = false)
class ObservabilityConfiguration {

    @Bean
    SenderMetrics senderMetrics(MeterRegistry meters, Accounts accounts) {
        return new SenderMetrics(meters, accounts);
    }

    @Bean
    BudgetGauges budgetGauges(MeterRegistry meters) {
        return new BudgetGauges(meters);
    }

    @Bean
    SendLog sendLog(SenderMetrics metrics) {
        return new SendLog(metrics);
    }

    @Bean
    AccountsHealthIndicator accountsHealthIndicator(Accounts accounts) {
        return new AccountsHealthIndicator(accounts);
    }
}
