package com.dmverify.x.call;

/** The HTTP methods that X knows. */
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE;

    /** Whether it changes nothing at X, so that a lost answer loses nothing else. */
    public boolean isRead() {
        return this == GET;
    }
}
