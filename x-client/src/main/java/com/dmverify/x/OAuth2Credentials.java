package com.dmverify.x;

/** Credentials of an app for an account: an OAuth 2.0 access token, which lives two hours. For v2 only. */
public record OAuth2Credentials(TokenSource tokens) implements Credentials {

    @Override
    public String toString() {
        return "OAuth2Credentials[masked]";
    }
}
