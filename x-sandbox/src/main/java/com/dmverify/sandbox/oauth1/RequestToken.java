package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request token of the three steps.
 *
 * @param callback {@code oob} if the user types a PIN
 * @param most the highest permission that the app asked for
 * @param approval {@code null} until a user approves
 */
record RequestToken(
        String token,
        String secret,
        App app,
        String callback,
        Permission most,
        Instant expiresAt,
        @Nullable Approval approval) {

    static final String OUT_OF_BAND = "oob";

    boolean isOutOfBand() {
        return callback.equals(OUT_OF_BAND);
    }

    RequestToken approved(Approval by) {
        return new RequestToken(token, secret, app, callback, most, expiresAt, by);
    }

    @Override
    public String toString() {
        return "RequestToken[app=" + app.id() + "]";
    }

    /** The user's approval: the permission and the verifier for the app. */
    record Approval(long userId, Permission permission, String verifier) {

        @Override
        public String toString() {
            return "Approval[user=" + userId + ", permission=" + permission + "]";
        }
    }
}
