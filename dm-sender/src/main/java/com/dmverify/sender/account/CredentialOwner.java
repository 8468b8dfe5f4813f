package com.dmverify.sender.account;

import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The owner of an account's credentials. With the credentials of another account every message would come from a stranger,
 * and none of ours would be found after an unknown outcome. Thread-safe.
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

    /** Whether X said that they are the account's. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** Why nothing may be sent with these credentials: X says that they belong to another account. */
    public Optional<XError> objection() {
        return Optional.ofNullable(stranger);
    }

    /** Calls {@code GET /2/users/me}. Returns the error, or empty if the credentials belong to this account. */
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

    /** X accepted a message and names both parties: one of them is the owner. */
    public void isOneOf(Set<UserId> parties) {
        if (!confirmed && !parties.isEmpty()) {
            learn(parties.contains(configured), "one of " + parties);
        }
    }

    private void learn(boolean ours, String whose) {
        confirmed = ours;
        stranger = ours
                ? null
                : XErrorPolicy.misconfigured(
                        "the credentials are those of " + whose + ", and the configuration says id " + configured);
    }
}
