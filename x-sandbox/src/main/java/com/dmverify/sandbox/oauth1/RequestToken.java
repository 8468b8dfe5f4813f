package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token on its way through the three steps.
 *
 * @param callback {@code oob} when the user types a PIN
 * @param most what the app asked for at most
 * @param approval {@code null} until somebody allowed it
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

    /** Who allowed what, and the proof that the app needs. */
    record Approval(long userId, Permission permission, String verifier) {

        @Override
        public String toString() {
            return "Approval[user=" + userId + ", permission=" + permission + "]";
        }
    }
}
