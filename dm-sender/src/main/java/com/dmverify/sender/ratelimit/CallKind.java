package com.dmverify.sender.ratelimit;

/** What X counts apart from each other. */
public enum CallKind {
    /** Messages that are sent. */
    MESSAGES(""),
    /** Look-ups of users. */
    LOOKUPS("lookups:"),
    /** Conversations that are read. */
    READS("reads:"),
    /** Pages of all conversations together. */
    LISTS("lists:"),
    /** Turns to make a conversation snapshot: our own limit, so that lists are spread over X's window. */
    SNAPSHOTS("snapshots:"),
    /** Questions whose credentials these are. */
    CREDENTIAL_CHECKS("credential-checks:");

    private final String prefix;

    CallKind(String prefix) {
        this.prefix = prefix;
    }

    /** Of the keys of its windows. */
    String prefix() {
        return prefix;
    }
}
