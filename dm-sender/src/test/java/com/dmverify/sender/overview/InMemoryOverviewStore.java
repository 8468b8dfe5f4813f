package com.dmverify.sender.overview;

import com.dmverify.x.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Overviews for tests that need nothing but the JVM; {@link OverviewStoreContract} says that they are. */
public final class InMemoryOverviewStore implements OverviewStore {

    private final Map<UserId, Overview> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(UserId account, Overview overview) {
        kept.put(account, overview);
    }

    @Override
    public Optional<Overview> latest(UserId account) {
        return Optional.ofNullable(kept.get(account));
    }
}
