package com.dmverify.x;

/** Who keeps an account's OAuth 2.0 access token fresh: X's live two hours, and its refresh tokens are single-use. */
@FunctionalInterface
public interface TokenSource {

    /**
     * The token that is valid now; asked before every call.
     *
     * @throws NotAuthorizedException if there is none and only a person can change that: the call is then {@code
     *     AppMisconfigured}. With any other exception it is {@code Unavailable}
     */
    String token();

    /** X answered 401 to this token. Returns whether there is another one to try with, once. */
    default boolean refused(String token) {
        return false;
    }
}
