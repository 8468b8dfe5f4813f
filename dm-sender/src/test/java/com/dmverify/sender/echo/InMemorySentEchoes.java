package com.dmverify.sender.echo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sightings for tests that need nothing but the JVM; {@link SentEchoesContract} says that they are. */
public final class InMemorySentEchoes implements SentEchoes {

    private final Map<String, MessageEvidence> seen = new ConcurrentHashMap<>();

    @Override
    public void saw(String digest, MessageEvidence evidence) {
        seen.put(digest, evidence);
    }

    @Override
    public Optional<MessageEvidence> of(String digest) {
        return Optional.ofNullable(seen.get(digest));
    }
}
