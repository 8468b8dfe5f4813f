package com.dmverify.x.call;

/** The HTTP methods that X knows. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    DELETE;

    /** Whether the call changes nothing at X, so that it may be repeated after a lost response. */
    public boolean isRead() {
        return this == GET;
    }
}
