package com.dmverify.x;

/** An app acting for an account with an OAuth 2.0 access token of two hours: v2 only. */
public record OAuth2Credentials(TokenSource tokens) implements Credentials {

    @Override
    public String toString() {
        return "OAuth2Credentials[masked]";
    }
}
