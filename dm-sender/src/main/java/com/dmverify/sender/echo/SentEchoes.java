package com.dmverify.sender.echo;

import java.util.Optional;

/**
 * Our messages that X sent a webhook about, by the fingerprint of their code, shared by all replicas. The latest with a digest
 * counts.
 *
 * <p>What it does not promise: a webhook may come late, or never. An echo that is missing proves nothing.
 */
public interface SentEchoes {

    /** Remembers one. */
    void saw(String digest, MessageEvidence evidence);

    /** The latest one with this digest. */
    Optional<MessageEvidence> of(String digest);
}
