package com.dmverify.sandbox.oauth2.authorization;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The scopes that X names ("OAuth 2.0 Authorization Code Flow with PKCE"). */
public final class Scopes {

    /** The scope that adds a refresh token. */
    public static final String OFFLINE = "offline.access";

    private static final Set<String> KNOWN = Set.of(
            "tweet.read",
            "tweet.write",
            "tweet.moderate.write",
            "users.read",
            "users.email",
            "follows.read",
            "follows.write",
            OFFLINE,
            "space.read",
            "mute.read",
            "mute.write",
            "like.read",
            "like.write",
            "list.read",
            "list.write",
            "block.read",
            "block.write",
            "bookmark.read",
            "bookmark.write",
            "dm.read",
            "dm.write",
            "media.write");

    private Scopes() {}

    /** Parses scopes in the order of the request. */
    public static Set<String> parse(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.strip().split(" +", -1)));
        scopes.remove("");
        return scopes;
    }

    public static boolean areKnown(Set<String> scopes) {
        return KNOWN.containsAll(scopes);
    }
}
