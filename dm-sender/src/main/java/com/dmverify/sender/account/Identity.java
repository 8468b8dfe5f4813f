package com.dmverify.sender.account;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.user.Users;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials an account has. With somebody else's every message would come from a stranger, and none of ours would
 * be found again. Thread-safe.
 */
public final class Identity {

    private final Users users;
    private final UserId configured;
    private volatile boolean confirmed;
    private volatile @Nullable XError stranger;

    /** @param configured who the account is to be */
    public Identity(Users users, UserId configured) {
        this.users = users;
        this.configured = configured;
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
        confirmed = user.id().equals(configured);
        stranger = confirmed
                ? null
                : new XError.AppMisconfigured(
                        "the credentials are those of @%s (id %s), and the configuration says id %s"
                                .formatted(user.handle(), user.id(), configured),
                        null);
        return objection();
    }
}
