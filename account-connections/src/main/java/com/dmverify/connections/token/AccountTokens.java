package com.dmverify.connections.token;

import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.x.ConnectedAccount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;

/**
 * Supplies valid access tokens of the connected accounts. Thread-safe. Accounts are identified by their names in the
 * configuration; a name without OAuth 2.0 is an {@link IllegalArgumentException}.
 */
public final class AccountTokens {

    private final Map<String, CachedToken> tokens = new TreeMap<>();

    public AccountTokens(Collection<ConnectedAccount> accounts, TokenServices services) {
        for (ConnectedAccount account : accounts) {
            tokens.put(account.name(), new CachedToken(account, services));
        }
    }

    /** The names of the accounts, in their order. */
    public List<String> accounts() {
        return List.copyOf(tokens.keySet());
    }

    /**
     * The token that is valid now. Does not read Redis while a valid one is cached; calls X only if that one has
     * expired and no other replica refreshes it.
     *
     * @throws NotConnectedException if there is none at the moment; its state says what to do
     */
    public String accessToken(String account) {
        return find(account).accessToken();
    }

    /**
     * Called when X answered 401 to this token. Refreshes it once, unless that happened already or the token is new.
     *
     * @return whether another token is available
     */
    public boolean rejected(String account, String token) {
        return find(account).rejected(token);
    }

    /** The state of the connection, for all replicas. Reads Redis, never X. */
    public ConnectionState state(String account) {
        return find(account).state();
    }

    /**
     * Reads the connection from the store, and refreshes the tokens if that is due. {@link TokenRefreshScheduler} calls
     * this regularly.
     *
     * @throws DataAccessException if the store is unavailable
     * @throws BrokenSealException if the connection cannot be decrypted
     */
    public void synchronize(String account) {
        find(account).synchronize();
    }

    private CachedToken find(String account) {
        CachedToken found = tokens.get(account);
        if (found == null) {
            throw new IllegalArgumentException("not an account with OAuth 2.0: " + account);
        }
        return found;
    }
}
