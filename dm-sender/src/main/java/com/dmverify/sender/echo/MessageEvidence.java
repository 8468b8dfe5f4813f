package com.dmverify.sender.echo;

import java.time.Instant;

/**
 * X told, by itself or when asked for the conversation, that a message of ours exists.
 *
 * @param eventId X's id of the message
 * @param at when X took it, by X's clock
 */
public record MessageEvidence(String eventId, Instant at) {

    /** Refuses an empty id with {@link IllegalArgumentException}. */
    public MessageEvidence {
        if (eventId.isBlank()) {
            throw new IllegalArgumentException("a message has an id");
        }
    }
}
