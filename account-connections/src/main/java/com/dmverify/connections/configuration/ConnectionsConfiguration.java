package com.dmverify.connections.configuration;

import com.dmverify.connections.consent.AccountDisconnector;
import com.dmverify.connections.consent.ConsentFlow;
import com.dmverify.connections.consent.PendingConsentStore;
import com.dmverify.connections.page.LockoutPolicy;
import com.dmverify.connections.page.Operator;
import com.dmverify.connections.page.PageConfiguration;
import com.dmverify.connections.seal.Seal;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.store.RedisConnectionStore;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.token.TokenRefreshScheduler;
import com.dmverify.connections.token.TokenServices;
import com.dmverify.connections.x.ConnectedAccounts;
import com.dmverify.connections.x.XAuthorizationServer;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The beans of this module, for a WebFlux service to import. Without an account with {@code oauth2} in the
 * configuration it defines none: no page, no security, no {@link AccountTokens}. Needs a {@link Clock} and a {@link
 * StringRedisTemplate}.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnOAuth2Account.class)
@EnableConfigurationProperties({ConnectionsProperties.class, AccountsProperties.class, XProperties.class})
@Import(PageConfiguration.class)
public class ConnectionsConfiguration {

    @Bean
    ConnectedAccounts connectedAccounts(AccountsProperties accounts, ConnectionsProperties connections, XProperties x) {
        return new ConnectedAccountFactory(connections, x, accounts.addresses()).accounts(accounts.accounts());
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
    XAuthorizationServer xAuthorizationServer(XProperties x, Clock clock) {
        return new XAuthorizationServer(x.connectTimeout(), x.requestTimeout(), clock);
    }

    @Bean
    TokenServices tokenServices(
            ConnectionStore store,
            XAuthorizationServer x,
            Clock clock,
            ConnectionsProperties connections,
            XProperties limits) {
        return new TokenServices(
                store,
                x,
                clock,
                connections.refreshPolicy(limits),
                connections.syncInterval(),
                connections.rejectionGrace());
    }

    @Bean
    AccountTokens accountTokens(ConnectedAccounts accounts, TokenServices services) {
        return new AccountTokens(accounts.all(), services);
    }

    @Bean
    TokenRefreshScheduler tokenRefreshScheduler(AccountTokens tokens, ConnectionsProperties connections) {
        return new TokenRefreshScheduler(tokens, connections.syncInterval());
    }

    @Bean
    ConsentFlow consentFlow(
            StringRedisTemplate redis,
            Seal seal,
            ConnectionsProperties connections,
            ConnectedAccounts accounts,
            TokenServices services,
            AccountTokens tokens) {
        PendingConsentStore pending = new PendingConsentStore(redis, seal, connections.consentTimeout());
        return new ConsentFlow(pending, accounts, services.x(), services.store(), tokens);
    }

    @Bean
    AccountDisconnector accountDisconnector(
            ConnectedAccounts accounts, XAuthorizationServer x, ConnectionStore store, AccountTokens tokens) {
        return new AccountDisconnector(accounts, x, store, tokens);
    }

    @Bean
    Operator operator(ConnectionsProperties connections) {
        return new Operator(
                connections.operator().name(), connections.operator().password());
    }

    @Bean
    LockoutPolicy lockoutPolicy(ConnectionsProperties connections) {
        ConnectionsProperties.OperatorProperties operator = connections.operator();
        return new LockoutPolicy(operator.failures(), operator.lockOut(), operator.maxLockOut());
    }

    @Bean
    PageConfiguration.Cookies cookies(ConnectionsProperties connections, AccountsProperties accounts) {
        URI address = accounts.addresses().checked("dm-verify.connections.public-url", connections.publicUrl());
        return new PageConfiguration.Cookies(SecureUrls.isTls(address), connections.consentTimeout());
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
