package com.dmverify.connections.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Grant;
import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.x.ConnectedAccount;
import com.dmverify.connections.x.ConnectedAccounts;
import com.dmverify.connections.x.XAuthorizationServer;
import com.dmverify.connections.x.XUnavailableException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;

/**
 * The authorization code flow with PKCE: sends an operator to X's consent page and handles the callback. A connection
 * is stored only if the account that consented is the configured one.
 */
public final class ConsentFlow {

    private static final int SECRET_BYTES = 32;

    private final PendingConsentStore pending;
    private final ConnectedAccounts accounts;
    private final XAuthorizationServer x;
    private final ConnectionStore store;
    private final AccountTokens tokens;
    private final StringKeyGenerator secrets =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), SECRET_BYTES);

    public ConsentFlow(
            PendingConsentStore pending,
            ConnectedAccounts accounts,
            XAuthorizationServer x,
            ConnectionStore store,
            AccountTokens tokens) {
        this.pending = pending;
        this.accounts = accounts;
        this.x = x;
        this.store = store;
        this.tokens = tokens;
    }

    /** Starts a consent. Empty if there is no such account. */
    public Optional<ConsentRedirect> begin(String account) {
        return accounts.find(account).map(this::redirectTo);
    }

    /** Completes a consent: exchanges the code of the callback at X. */
    public ConsentResult complete(ConsentCallback callback) {
        String state = callback.state();
        if (state == null) {
            return new ConsentResult.Stale();
        }
        return pending.take(state)
                .filter(consent -> sameBrowser(consent, callback))
                .flatMap(consent ->
                        accounts.find(consent.account()).map(account -> exchangeCode(account, consent, callback)))
                .orElseGet(ConsentResult.Stale::new);
    }

    private ConsentRedirect redirectTo(ConnectedAccount account) {
        String state = secrets.generateKey();
        String browser = secrets.generateKey();
        ConsentRequest request = ConsentRequest.fresh(account, state);
        pending.put(state, new PendingConsent(account.name(), request.verifier(), browser));
        return new ConsentRedirect(URI.create(request.uri()), browser);
    }

    private ConsentResult exchangeCode(ConnectedAccount account, PendingConsent consent, ConsentCallback callback) {
        String code = callback.code();
        if (code == null) {
            return new ConsentResult.Denied(account.name(), OAuthErrorCode.validated(callback.error()));
        }
        try {
            OAuth2AuthorizationExchange exchange = ConsentRequest.again(
                            account, String.valueOf(callback.state()), consent.verifier())
                    .answered(code);
            return storeIfOwner(account, x.exchange(account, exchange));
        } catch (XUnavailableException e) {
            return new ConsentResult.Failed(account.name(), String.valueOf(e.getMessage()));
        }
    }

    private ConsentResult storeIfOwner(ConnectedAccount account, TokenPair fresh) {
        Owner owner;
        try {
            owner = x.ownerOf(account, fresh);
        } catch (XUnavailableException e) {
            x.revoke(account, fresh);
            throw e;
        }
        if (!owner.userId().equals(account.userId())) {
            x.revoke(account, fresh);
            return new ConsentResult.WrongAccount(account.name(), account.handle(), owner.handle());
        }
        Grant grant = new Grant(owner, account.app().getClientId(), fresh);
        store.put(account.name(), Connection.of(grant));
        tokens.synchronize(account.name());
        return new ConsentResult.Connected(account.name(), owner.handle());
    }

    private static boolean sameBrowser(PendingConsent consent, ConsentCallback callback) {
        String browser = callback.browser();
        return browser != null && MessageDigest.isEqual(consent.browser().getBytes(UTF_8), browser.getBytes(UTF_8));
    }
}
