package com.dmverify.sandbox.access;

/** An OAuth 1.0a token of a user for an app. Revoked tokens are kept, because X answers them with a code of its own. */
public record UserToken(String token, String secret, long userId, App app, Permission permission, boolean revoked) {

    public UserToken revoke() {
        return new UserToken(token, secret, userId, app, permission, true);
    }

    @Override
    public String toString() {
        return "UserToken[user=" + userId + ", app=" + app.id() + ", revoked=" + revoked + "]";
    }
}
