package com.dmverify.connections.configuration;

import com.dmverify.connections.consent.Consents;
import com.dmverify.connections.consent.Disconnections;
import com.dmverify.connections.consent.PendingConsents;
import com.dmverify.connections.page.LockOut;
import com.dmverify.connections.page.Operator;
import com.dmverify.connections.page.PageConfiguration;
import com.dmverify.connections.seal.Seal;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.RedisConnectionStore;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.token.RenewalRounds;
import com.dmverify.connections.x.ConnectedAccounts;
import com.dmverify.connections.x.XAuthority;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Everything of this module, for a WebFlux service to import. Without an account with {@code oauth2} in the configuration there
 * is nothing of it: no page, no security, no {@link AccountTokens}. Needs a {@link Clock} and a {@link StringRedisTemplate}.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnOAuth2Account.class)
@EnableConfigurationProperties({ConnectionsProperties.class, AccountsProperties.class, XProperties.class})
@Import(PageConfiguration.class)
public class ConnectionsConfiguration {

    @Bean
    ConnectedAccounts connectedAccounts(AccountsProperties accounts, ConnectionsProperties connections, XProperties x) {
        return new AppFactory(connections, x, accounts.addresses()).accounts(accounts.accounts());
    }

    @Bean
    Seal seal(ConnectionsProperties connections) {
        return new Seal(connections.sealingKeys());
    }

    @Bean
    ConnectionStore connectionStore(StringRedisTemplate redis, Seal seal) {
        return new RedisConnectionStore(redis, seal);
    }

    @Bean
    XAuthority xAuthority(XProperties x, Clock clock) {
        return new XAuthority(x.connectTimeout(), x.requestTimeout(), clock);
    }

    @Bean
    AccountTokens.Means tokenMeans(
            ConnectionStore store, XAuthority x, Clock clock, ConnectionsProperties connections, XProperties limits) {
        return new AccountTokens.Means(
                store, x, clock, connections.patience(limits), connections.lookEvery(), connections.rejectionGrace());
    }

    @Bean
    AccountTokens accountTokens(ConnectedAccounts accounts, AccountTokens.Means means) {
        return new AccountTokens(accounts.all(), means);
    }

    @Bean
    RenewalRounds renewalRounds(AccountTokens tokens, ConnectionsProperties connections) {
        return new RenewalRounds(tokens, connections.lookEvery());
    }

    @Bean
    Consents consents(
            StringRedisTemplate redis,
            Seal seal,
            ConnectionsProperties connections,
            ConnectedAccounts accounts,
            AccountTokens.Means means,
            AccountTokens tokens) {
        PendingConsents pending = new PendingConsents(redis, seal, connections.consentLife());
        return new Consents(pending, accounts, means.x(), means.store(), tokens);
    }

    @Bean
    Disconnections disconnections(
            ConnectedAccounts accounts, XAuthority x, ConnectionStore store, AccountTokens tokens) {
        return new Disconnections(accounts, x, store, tokens);
    }

    @Bean
    Operator operator(ConnectionsProperties connections) {
        return new Operator(
                connections.operator().name(), connections.operator().password());
    }

    @Bean
    LockOut lockOut(ConnectionsProperties connections) {
        ConnectionsProperties.OperatorProperties operator = connections.operator();
        return new LockOut(operator.failures(), operator.lockOut(), operator.longestLockOut());
    }

    @Bean
    PageConfiguration.Cookies cookies(ConnectionsProperties connections, AccountsProperties accounts) {
        URI address = accounts.addresses().checked("dm-verify.connections.public-url", connections.publicUrl());
        return new PageConfiguration.Cookies(Addresses.isTls(address), connections.consentLife());
    }

    @Bean
    ConnectionMeters connectionMeters(AccountTokens tokens) {
        return new ConnectionMeters(tokens);
    }

    @Bean
    ConnectionsHealth connectionsHealthIndicator(AccountTokens tokens) {
        return new ConnectionsHealth(tokens);
    }
}
