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
import com.dmverify.connections.x.XAuthority;
import com.dmverify.connections.x.XUnavailableException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;

/**
 * Sends an operator to X's consent page and takes him back: authorization code with PKCE. A connection comes to be only if the
 * account that consented is the configured one.
 */
public final class Consents {

    private static final int SECRET_BYTES = 32;

    private final PendingConsents pending;
    private final ConnectedAccounts accounts;
    private final XAuthority x;
    private final ConnectionStore store;
    private final AccountTokens tokens;
    private final StringKeyGenerator secrets =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), SECRET_BYTES);

    public Consents(
            PendingConsents pending,
            ConnectedAccounts accounts,
            XAuthority x,
            ConnectionStore store,
            AccountTokens tokens) {
        this.pending = pending;
        this.accounts = accounts;
        this.x = x;
        this.store = store;
        this.tokens = tokens;
    }

    /** The way to X, or empty if there is no such account. */
    public Optional<Departure> depart(String account) {
        return accounts.find(account).map(this::departure);
    }

    /** What a browser brought back. Asks X. */
    public Arrival arrive(Return back) {
        String state = back.state();
        if (state == null) {
            return new Arrival.Stale();
        }
        return pending.take(state)
                .filter(consent -> sameBrowser(consent, back))
                .flatMap(consent -> accounts.find(consent.account()).map(account -> arrived(account, consent, back)))
                .orElseGet(Arrival.Stale::new);
    }

    private Departure departure(ConnectedAccount account) {
        String state = secrets.generateKey();
        String browser = secrets.generateKey();
        ConsentRequest request = ConsentRequest.fresh(account, state);
        pending.put(state, new PendingConsent(account.name(), request.verifier(), browser));
        return new Departure(URI.create(request.uri()), browser);
    }

    private Arrival arrived(ConnectedAccount account, PendingConsent consent, Return back) {
        String code = back.code();
        if (code == null) {
            return new Arrival.Denied(account.name(), Words.plain(back.error()));
        }
        try {
            OAuth2AuthorizationExchange exchange = ConsentRequest.again(
                            account, String.valueOf(back.state()), consent.verifier())
                    .answered(code);
            return owned(account, x.exchange(account, exchange));
        } catch (XUnavailableException e) {
            return new Arrival.Failed(account.name(), String.valueOf(e.getMessage()));
        }
    }

    private Arrival owned(ConnectedAccount account, TokenPair fresh) {
        Owner owner;
        try {
            owner = x.ownerOf(account, fresh);
        } catch (XUnavailableException e) {
            x.revoke(account, fresh);
            throw e;
        }
        if (!owner.userId().equals(account.userId())) {
            x.revoke(account, fresh);
            return new Arrival.WrongAccount(account.name(), account.handle(), owner.handle());
        }
        Grant grant = new Grant(owner, account.app().getClientId(), fresh);
        store.put(account.name(), Connection.of(grant));
        tokens.look(account.name());
        return new Arrival.Connected(account.name(), owner.handle());
    }

    private static boolean sameBrowser(PendingConsent consent, Return back) {
        String browser = back.browser();
        return browser != null && MessageDigest.isEqual(consent.browser().getBytes(UTF_8), browser.getBytes(UTF_8));
    }
}
