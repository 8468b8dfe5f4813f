package com.dmverify.x.wire;

/** The HTTP methods that X knows. */
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE;

    /** Whether it changes nothing at X, so that a lost answer loses nothing else. */
    boolean isRead() {
        return this == GET;
    }
}
