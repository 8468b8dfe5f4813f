package com.dmverify.sandbox.access;

/** The access level of an app or token; a token keeps the level that it was issued with. */
public enum Permission {
    READ("read"),
    READ_WRITE("read-write"),
    DIRECT_MESSAGES("read-write-directmessages");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /** The value in the {@code x-access-level} header. */
    public String wireName() {
        return word;
    }

    public boolean includes(Permission other) {
        return compareTo(other) >= 0;
    }
}
