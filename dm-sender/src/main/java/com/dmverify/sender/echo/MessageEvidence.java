package com.dmverify.sender.echo;

import java.time.Instant;

/**
 * Proof that X accepted a message of ours: its webhook, or the conversation.
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
