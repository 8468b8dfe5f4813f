package com.dmverify.sender.budget;

/** What X counts apart from each other. */
public enum Use {
    /** Messages that are sent. */
    MESSAGES(""),
    /** Questions who somebody is. */
    LOOKUPS("lookups:"),
    /** Conversations that are read. */
    READS("reads:");

    private final String prefix;

    Use(String prefix) {
        this.prefix = prefix;
    }

    /** Of the keys of its windows. */
    String prefix() {
        return prefix;
    }
}
