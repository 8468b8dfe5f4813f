package com.dmverify.sender.sighting;

import java.util.Optional;

/**
 * Our messages that X told of, by the digest of the code in them, shared by all replicas. The latest with a digest
 * counts.
 *
 * <p>What it does not promise: X's word may come late, or never. Who finds nothing here knows nothing.
 */
public interface Sightings {

    /** Remembers one. */
    void saw(String digest, Sighting sighting);

    /** The latest one with this digest. */
    Optional<Sighting> of(String digest);
}
