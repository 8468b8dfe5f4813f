package com.dmverify.sandbox.access;

/** An OAuth 1.0a token of a user for an app. A revoked one is remembered: its error has a code of its own. */
public record UserToken(String token, String secret, long userId, App app, Permission permission, boolean revoked) {

    public UserToken revoke() {
        return new UserToken(token, secret, userId, app, permission, true);
    }

    @Override
    public String toString() {
        return "UserToken[user=" + userId + ", app=" + app.id() + ", revoked=" + revoked + "]";
    }
}
