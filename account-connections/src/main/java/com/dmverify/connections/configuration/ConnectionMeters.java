package com.dmverify.connections.configuration;

import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.token.ConnectionState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The gauge {@code dm.sender.account.connected} for each account with OAuth 2.0: 1 if it is connected, 0 if an operator
 * should check it. The state is shared, so every replica shows the same value.
 */
final class ConnectionMeters implements MeterBinder {

    private final AccountTokens tokens;

    ConnectionMeters(AccountTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String account : tokens.accounts()) {
            Gauge.builder("dm.sender.account.connected", tokens, all -> connected(all, account))
                    .tag("account", account)
                    .register(meters);
        }
    }

    private static double connected(AccountTokens tokens, String account) {
        return tokens.state(account) instanceof ConnectionState.Connected ? 1 : 0;
    }
}
