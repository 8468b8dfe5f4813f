package com.dmverify.sender.ratelimit;

/** What X counts apart from each other. */
public enum CallKind {
    /** Messages that are sent. */
    MESSAGES(""),
    /** Questions who somebody is. */
    LOOKUPS("lookups:"),
    /** Conversations that are read. */
    READS("reads:"),
    /** Pages of all conversations together. */
    LISTS("lists:"),
    /** Turns to make an overview of them: ours, so that lists are spread over X's window. */
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
