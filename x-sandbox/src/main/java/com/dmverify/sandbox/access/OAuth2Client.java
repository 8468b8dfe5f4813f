package com.dmverify.sandbox.access;

/** The OAuth 2.0 client of an app; {@code toString} hides its secret. */
public record OAuth2Client(String id, String secret, Kind kind) {

    @Override
    public String toString() {
        return "Client[id=" + id + ", kind=" + kind + "]";
    }

    /** The client type: X asks a confidential client for Basic credentials and a public one for its id. */
    public enum Kind {
        CONFIDENTIAL,
        PUBLIC
    }
}
