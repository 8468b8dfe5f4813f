package com.dmverify.sandbox.access;

/** An app as OAuth 2.0 knows it; {@code toString} keeps its secret. */
public record OAuth2Client(String id, String secret, Kind kind) {

    @Override
    public String toString() {
        return "Client[id=" + id + ", kind=" + kind + "]";
    }

    /** Whether the app can keep a secret: X asks a confidential one for Basic credentials, a public one for its id. */
    public enum Kind {
        CONFIDENTIAL,
        PUBLIC
    }
}
