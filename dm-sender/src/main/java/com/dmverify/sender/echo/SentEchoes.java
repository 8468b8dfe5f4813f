package com.dmverify.sender.echo;

import java.util.Optional;

/**
 * Our messages that X told of, by the digest of the code in them, shared by all replicas. The latest with a digest
 * counts.
 *
 * <p>What it does not promise: X's word may come late, or never. Who finds nothing here knows nothing.
 */
public interface SentEchoes {

    /** Remembers one. */
    void saw(String digest, MessageEvidence evidence);

    /** The latest one with this digest. */
    Optional<MessageEvidence> of(String digest);
}
