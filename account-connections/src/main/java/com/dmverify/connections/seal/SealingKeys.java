package com.dmverify.connections.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configured keys. The first one encrypts, all of them decrypt. To rotate: add the new key at the end on every
 * replica, then move it to the front, then remove the old one after every connection was refreshed once.
 */
public final class SealingKeys {

    private final Map<String, SealingKey> keys = new LinkedHashMap<>();
    private final SealingKey current;

    /** Refuses an empty list and two keys with one id, with {@link IllegalArgumentException}. */
    public SealingKeys(List<SealingKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no sealing key: configure dm-verify.connections.keys");
        }
        for (SealingKey key : keys) {
            if (this.keys.put(key.id(), key) != null) {
                throw new IllegalArgumentException("two sealing keys have the id '" + key.id() + "'");
            }
        }
        current = keys.getFirst();
    }

    SealingKey current() {
        return current;
    }

    Optional<SealingKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public String toString() {
        return "SealingKeys" + keys.keySet();
    }
}
