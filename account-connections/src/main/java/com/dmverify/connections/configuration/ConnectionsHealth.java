package com.dmverify.connections.configuration;

import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.token.ConnectionState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows the state of each OAuth 2.0 connection. An account that is not connected makes the status {@code DEGRADED}, not
 * down.
 */
final class ConnectionsHealth implements HealthIndicator {

    private static final String DEGRADED = "DEGRADED";

    private final AccountTokens tokens;

    ConnectionsHealth(AccountTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (String account : tokens.accounts()) {
            ConnectionState state = tokens.state(account);
            if (!(state instanceof ConnectionState.Connected)) {
                health.status(DEGRADED);
            }
            health.withDetail(account, explained(state));
        }
        return health.build();
    }

    private static Map<String, Object> explained(ConnectionState state) {
        return switch (state) {
            case ConnectionState.NotConnected _ -> details("not connected", null, null);
            case ConnectionState.Connected(String handle, Instant until) ->
                details("connected as @" + handle, null, until);
            case ConnectionState.RefreshFailing(String handle, Instant until, String reason, Instant nextTry) -> {
                Map<String, Object> details =
                        details("connected as @" + handle + ", but the token refresh fails", reason, until);
                details.put("next_try", nextTry.toString());
                yield details;
            }
            case ConnectionState.ReconnectNeeded(String reason, Instant since) -> {
                Map<String, Object> details = details("reconnect needed", reason, null);
                if (since != null) {
                    details.put("since", since.toString());
                }
                yield details;
            }
            case ConnectionState.Unknown(String reason) -> details("unknown", reason, null);
        };
    }

    private static Map<String, Object> details(String state, @Nullable String reason, @Nullable Instant until) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", state);
        if (reason != null) {
            details.put("reason", reason);
        }
        if (until != null) {
            details.put("until", until.toString());
        }
        return details;
    }
}
