package com.dmverify.sender.sighting;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sightings for tests that need nothing but the JVM; {@link SightingsContract} says that they are. */
public final class InMemorySightings implements Sightings {

    private final Map<String, Sighting> seen = new ConcurrentHashMap<>();

    @Override
    public void saw(String digest, Sighting sighting) {
        seen.put(digest, sighting);
    }

    @Override
    public Optional<Sighting> of(String digest) {
        return Optional.ofNullable(seen.get(digest));
    }
}
