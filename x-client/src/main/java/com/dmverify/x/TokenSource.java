package com.dmverify.x;

/**
 * Supplies an account's valid OAuth 2.0 access token. X's access tokens live two hours; its refresh tokens are
 * single-use.
 */
@FunctionalInterface
public interface TokenSource {

    /**
     * The token that is valid now; called before every call to X.
     *
     * @throws NotAuthorizedException if there is none and an operator has to act: the call then fails with {@code
     *     AppMisconfigured}. After any other exception it fails with {@code Unavailable}
     */
    String token();

    /** Called when X answered 401 to this token. Returns whether the call may be repeated, once, with another token. */
    default boolean refused(String token) {
        return false;
    }
}
