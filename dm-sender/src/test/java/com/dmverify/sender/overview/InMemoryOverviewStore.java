package com.dmverify.sender.overview;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Overviews for tests that need nothing but the JVM; {@link OverviewStoreContract} says that they are. */
public final class InMemoryOverviewStore implements OverviewStore {

    private final Map<String, Overview> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(String account, Overview overview) {
        kept.put(account, overview);
    }

    @Override
    public Optional<Overview> latest(String account) {
        return Optional.ofNullable(kept.get(account));
    }
}
