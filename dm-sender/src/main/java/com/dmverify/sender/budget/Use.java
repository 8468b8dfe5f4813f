package com.dmverify.sender.budget;

/** What X counts apart from each other. */
public enum Use {
    /** Messages that are sent. */
    MESSAGES(""),
    /** Questions who somebody is. */
    LOOKUPS("lookups:"),
    /** Conversations that are read. */
    READS("reads:"),
    /** Pages of all conversations together. */
    LISTS("lists:"),
    /** Turns to make an overview of them: ours, so that lists are spread over X's window. */
    SURVEYS("surveys:"),
    /** Questions whose credentials these are. */
    INTRODUCTIONS("introductions:");

    private final String prefix;

    Use(String prefix) {
        this.prefix = prefix;
    }

    /** Of the keys of its windows. */
    String prefix() {
        return prefix;
    }
}
