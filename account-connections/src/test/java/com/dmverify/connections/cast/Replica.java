package com.dmverify.connections.cast;

import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.token.ConnectionState;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.XAuthority;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One sender's tokens, with one account. */
public final class Replica implements AutoCloseable {

    public static final Duration LOOK = Duration.ofSeconds(15);
    public static final Duration REJECTION = Duration.ofMinutes(1);

    private final XAuthority x;
    private final AccountTokens tokens;
    private final String account;

    public Replica(ConnectedAccount account, ConnectionStore store, Clock clock) {
        this.account = account.name();
        x = new XAuthority(Duration.ofSeconds(20), Duration.ofSeconds(20), clock);
        tokens = new AccountTokens(
                List.of(account), new AccountTokens.Means(store, x, clock, Accounts.PATIENCE, LOOK, REJECTION));
    }

    public AccountTokens tokens() {
        return tokens;
    }

    public XAuthority x() {
        return x;
    }

    public String accessToken() {
        return tokens.accessToken(account);
    }

    public boolean rejected(String token) {
        return tokens.rejected(account, token);
    }

    public ConnectionState state() {
        return tokens.state(account);
    }

    /** What the rounds do now and then. */
    public void looks() {
        tokens.look(account);
    }

    @Override
    public void close() {
        x.close();
    }
}
