package com.dmverify.sender.evidence.snapshot;

import com.dmverify.sender.echo.MessageEvidence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an account wrote lately to all persons, as X showed it at one moment. Holds no text: our messages are recognised by the fingerprints of
 * the numbers in them.
 *
 * @param asOf when X was asked, by our clock
 * @param completeAfter every message that X took later than this, by its clock, and shows at all, is among them
 * @param messages the latest with each digest
 */
public record ConversationSnapshot(Instant asOf, Instant completeAfter, Map<String, MessageEvidence> messages) {

    public ConversationSnapshot {
        messages = Map.copyOf(messages);
    }

    /**
     * Whether it decides on a message: who is not among them was not written.
     *
     * @param readable from when on X shows the message, had it taken it
     * @param earliest when X took it, at the earliest
     */
    public boolean decides(Instant readable, Instant earliest) {
        return !asOf.isBefore(readable) && completeAfter.isBefore(earliest);
    }

    /** The message with this digest, if X took it then or later. */
    public Optional<MessageEvidence> find(String digest, Instant earliest) {
        return Optional.ofNullable(messages.get(digest))
                .filter(evidence -> !evidence.at().isBefore(earliest));
    }
}
