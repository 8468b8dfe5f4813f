package com.dmverify.sandbox.access;

/** What a user let an app do; a token keeps what it was given when it was made. */
public enum Permission {
    READ("read"),
    READ_WRITE("read-write"),
    DIRECT_MESSAGES("read-write-directmessages");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /** The word of the {@code x-access-level} header. */
    public String wireName() {
        return word;
    }

    public boolean includes(Permission other) {
        return compareTo(other) >= 0;
    }
}
