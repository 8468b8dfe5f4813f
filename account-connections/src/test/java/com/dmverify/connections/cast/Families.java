package com.dmverify.connections.cast;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tokens as X gives them: refresh tokens rotate and are single-use, and using a spent one ends the whole family. */
final class Families {

    private final Map<String, String> userOf = new HashMap<>();
    private final Map<String, String> familyOf = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private int serial;

    record Pair(String access, String refresh) {}

    synchronized Pair first(String user) {
        return next("family-" + ++serial, user);
    }

    /** Empty if X takes the token no longer; then its family is dead. */
    synchronized Optional<Pair> rotated(String refresh) {
        String family = familyOf.get(refresh);
        if (family == null || dead.contains(family)) {
            return Optional.empty();
        }
        if (!spent.add(refresh)) {
            dead.add(family);
            return Optional.empty();
        }
        return Optional.of(next(family, userOf.get(refresh)));
    }

    synchronized Optional<String> user(String access) {
        String family = familyOf.get(access);
        return family == null || dead.contains(family) ? Optional.empty() : Optional.of(userOf.get(access));
    }

    synchronized void kill(String token) {
        String family = familyOf.get(token);
        if (family != null) {
            dead.add(family);
        }
    }

    private Pair next(String family, String user) {
        serial++;
        Pair pair = new Pair("ACCESS-secret-" + serial, "REFRESH-secret-" + serial);
        for (String token : new String[] {pair.access(), pair.refresh()}) {
            userOf.put(token, user);
            familyOf.put(token, family);
        }
        return pair;
    }
}
