package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that are ours, as configured.
 *
 * @param all every account that we send with, of any app; may be empty
 * @param ofApp the accounts of the app that signed the delivery; empty means any account
 */
public record OurAccounts(Set<UserId> all, Set<UserId> ofApp) {

    /** No account is configured: the account that a delivery names is ours. */
    public static final OurAccounts UNKNOWN = new OurAccounts(Set.of(), Set.of());

    public OurAccounts {
        all = Set.copyOf(all);
        ofApp = Set.copyOf(ofApp);
    }

    /** Whether this app may deliver events of the account. */
    boolean mayBeOfApp(UserId account) {
        return ofApp.isEmpty() || ofApp.contains(account);
    }

    /** Whether the user is one of our accounts, in a delivery for this account. */
    boolean include(UserId user, @Nullable UserId account) {
        return user.equals(account) || all.contains(user) || ofApp.contains(user);
    }
}
