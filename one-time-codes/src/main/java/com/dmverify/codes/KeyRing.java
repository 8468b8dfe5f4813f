package com.dmverify.codes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that verification-api and dm-sender share. The first one makes new codes; the others still know old ones. To
 * rotate: add the new key at the end everywhere, then move it to the front, then drop the old one when its codes are dead.
 */
public final class KeyRing {

    private final Map<String, CodeKey> keys = new LinkedHashMap<>();
    private final CodeKey current;

    /**
     * @throws IllegalArgumentException if there is no key, or two with one id
     */
    public KeyRing(List<CodeKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("The key ring is empty: configure at least one code key");
        }
        for (CodeKey key : keys) {
            if (this.keys.put(key.id(), key) != null) {
                throw new IllegalArgumentException("Two code keys have the id '" + key.id() + "'");
            }
        }
        current = keys.getFirst();
    }

    /** The key for new codes. */
    public CodeKey current() {
        return current;
    }

    /** The ids of all keys. */
    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    /**
     * The key with this id.
     *
     * @throws UnknownKeyException if the ring does not have it
     */
    public CodeKey key(String id) {
        CodeKey key = keys.get(id);
        if (key == null) {
            throw new UnknownKeyException(id);
        }
        return key;
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
