package com.dmverify.sender.account;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials an account has. With somebody else's every message would come from a stranger, and none of ours would
 * be found again. Thread-safe.
 */
public final class CredentialOwner {

    private final Users users;
    private final UserId configured;
    private volatile boolean confirmed;
    private volatile @Nullable XError stranger;

    /** @param configured who the account is to be */
    public CredentialOwner(Users users, UserId configured) {
        this.users = users;
        this.configured = configured;
    }

    /** The same check with another client of X. */
    CredentialOwner checkedWith(Users other) {
        return new CredentialOwner(other, configured);
    }

    /** Whether X said that they are the account's. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** Why nothing may ever be sent with these credentials: X said that they are somebody else's. */
    public Optional<XError> objection() {
        return Optional.ofNullable(stranger);
    }

    /** Asks X. Its answer, if it is not that all is well. */
    public Optional<XError> ask() {
        return switch (users.me()) {
            case Answer.Ok<XUser>(var user, var _) -> compare(user);
            case Answer.Failed<XUser>(var error, var _) -> Optional.of(error);
        };
    }

    private Optional<XError> compare(XUser user) {
        learn(user.id().equals(configured), "@" + user.handle() + " (id " + user.id() + ")");
        return objection();
    }

    /** X took a message and tells between whom: one of them is the account. */
    public void isOneOf(Set<UserId> parties) {
        if (!confirmed && !parties.isEmpty()) {
            learn(parties.contains(configured), "one of " + parties);
        }
    }

    private void learn(boolean ours, String whose) {
        confirmed = ours;
        stranger = ours
                ? null
                : new XError.AppMisconfigured(
                        "the credentials are those of " + whose + ", and the configuration says id " + configured,
                        null);
    }
}
