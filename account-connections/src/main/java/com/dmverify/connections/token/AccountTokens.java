package com.dmverify.connections.token;

import com.dmverify.connections.connection.Patience;
import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.XAuthority;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;

/**
 * The access tokens of the connected accounts, kept fresh. Thread-safe. Accounts are called by their names in the
 * configuration; a name that is not connected by OAuth 2.0 is refused with {@link IllegalArgumentException}.
 */
public final class AccountTokens {

    private final Map<String, KeptToken> kept = new TreeMap<>();

    /**
     * What all accounts share.
     *
     * @param look how often the store is looked at
     * @param rejection a token that X refuses so soon after it was given is not renewed for that
     */
    public record Means(
            ConnectionStore store,
            XAuthority x,
            InstantSource clock,
            Patience patience,
            Duration look,
            Duration rejection) {}

    public AccountTokens(Collection<ConnectedAccount> accounts, Means means) {
        KeptToken.Pace pace = new KeptToken.Pace(means.look(), means.rejection());
        for (ConnectedAccount account : accounts) {
            Renewer renewer = new Renewer(account, means.store(), means.x(), means.clock(), means.patience());
            kept.put(account.name(), new KeptToken(account, means.store(), renewer, means.clock(), pace));
        }
    }

    /** The names of the accounts, in their order. */
    public List<String> accounts() {
        return List.copyOf(kept.keySet());
    }

    /**
     * The token that is valid now. Does not ask Redis while a good one is at hand; asks X only if that one has ended and no
     * other replica does.
     *
     * @throws NotConnectedException if there is none at the moment; its state says what helps
     */
    public String accessToken(String account) {
        return find(account).accessToken();
    }

    /**
     * X answered 401 to this token. It is renewed once, unless that happened already or the token is brand-new.
     *
     * @return whether there is another token to try with
     */
    public boolean rejected(String account, String token) {
        return find(account).rejected(token);
    }

    /** How the account stands, for all replicas. Asks Redis, never X. */
    public ConnectionState state(String account) {
        return find(account).state();
    }

    /**
     * Sees what others did to the connection, and renews the tokens if it is time. {@link RenewalRounds} do this by
     * themselves.
     *
     * @throws DataAccessException if the store is away
     * @throws BrokenSealException if the connection cannot be opened
     */
    public void look(String account) {
        find(account).look();
    }

    private KeptToken find(String account) {
        KeptToken found = kept.get(account);
        if (found == null) {
            throw new IllegalArgumentException("not an account with OAuth 2.0: " + account);
        }
        return found;
    }
}
