package com.dmverify.x.webhook;

import com.dmverify.x.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are ours, so far as it is known.
 *
 * @param all every account that we send with, through whatever app; may be empty
 * @param ofApp the accounts whose app signed the delivery; empty: any account is believed to be one of them
 */
public record OurAccounts(Set<UserId> all, Set<UserId> ofApp) {

    /** Nothing is known: the account that a delivery names is ours. */
    public static final OurAccounts UNKNOWN = new OurAccounts(Set.of(), Set.of());

    public OurAccounts {
        all = Set.copyOf(all);
        ofApp = Set.copyOf(ofApp);
    }

    /** Whether this app may speak for the account. */
    boolean mayBeOfApp(UserId account) {
        return ofApp.isEmpty() || ofApp.contains(account);
    }

    /** Whether the user is one of us in a delivery for the account. */
    boolean include(UserId user, @Nullable UserId account) {
        return user.equals(account) || all.contains(user) || ofApp.contains(user);
    }
}
