package com.dmverify.sender.account;

import com.dmverify.connections.token.AccountTokens;
import com.dmverify.sender.ratelimit.PersonLimitProperties;
import com.dmverify.sender.ratelimit.RateLimiter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the accounts and their clients of X. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccountsProperties.class, XProperties.class, BreakerProperties.class})
class AccountConfiguration {

    @Bean
    AccountFactory accountFactory(
            XProperties x,
            BreakerProperties breaker,
            RateLimiter rateLimiter,
            ObjectProvider<AccountTokens> connected,
            Clock clock) {
        return new AccountFactory(
                x, breaker.pauses(), rateLimiter, name -> new ConnectedTokens(connected.getObject(), name), clock);
    }

    @Bean
    Accounts accounts(AccountFactory factory, AccountsProperties configured, PersonLimitProperties limits) {
        return factory.accounts(configured, limits.dmsPerPersonHour());
    }
}
