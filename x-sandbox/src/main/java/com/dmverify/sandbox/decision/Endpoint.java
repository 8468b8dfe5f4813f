package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.Permission;
import java.util.Set;

/**
 * The calls of X's API: the required caller and permission, the limits per 15 minutes for a user and for an app (0: none, or
 * another limit), and the OAuth 2.0 scopes. Source: X's rate limit table of August 2026 and v1.1's pages.
 */
public enum Endpoint {
    V1_DM_SEND(Who.USER, Permission.DIRECT_MESSAGES, 0, 0),
    V1_DM_SHOW(Who.USER, Permission.DIRECT_MESSAGES, 15, 0),
    V1_DM_LIST(Who.USER, Permission.DIRECT_MESSAGES, 15, 0),
    V1_DM_DESTROY(Who.USER, Permission.DIRECT_MESSAGES, 0, 0),
    V1_DM_SIGNAL(Who.USER, Permission.DIRECT_MESSAGES, 1000, 0),
    V1_WELCOME_WRITE(Who.USER, Permission.DIRECT_MESSAGES, 0, 0),
    V1_WELCOME_SHOW(Who.USER, Permission.DIRECT_MESSAGES, 15, 0),
    V1_WELCOME_LIST(Who.USER, Permission.DIRECT_MESSAGES, 15, 0),
    V1_USERS(Who.USER_OR_APP, Permission.READ, 900, 300),
    V1_FRIENDSHIP(Who.USER_OR_APP, Permission.READ, 180, 15),
    V1_FOLLOWERS(Who.USER_OR_APP, Permission.READ, 15, 15),
    V1_FOLLOWER_LIST(Who.USER_OR_APP, Permission.READ, 15, 15),
    V1_FRIENDS(Who.USER_OR_APP, Permission.READ, 15, 15),
    V1_FRIEND_LIST(Who.USER_OR_APP, Permission.READ, 15, 15),
    V1_ME(Who.USER, Permission.READ, 75, 0),
    V1_MEDIA(Who.USER, Permission.READ_WRITE, 1875, 0),
    V1_ACTIVITY_USER(Who.USER, Permission.DIRECT_MESSAGES, 500, 0),
    V1_ACTIVITY_APP(Who.USER_OR_APP, Permission.READ, 500, 500),
    V1_ACTIVITY_REPLAY(Who.USER_OR_APP, Permission.READ, 5, 5),
    V1_TOKEN(Who.USER, Permission.READ, 0, 0),
    V2_DM_SEND(Who.USER, Permission.DIRECT_MESSAGES, 0, 0, "dm.write", "tweet.read", "users.read"),
    V2_DM_EVENTS(Who.USER, Permission.DIRECT_MESSAGES, 15, 0, "dm.read", "tweet.read", "users.read"),
    V2_DM_EVENT(Who.USER, Permission.DIRECT_MESSAGES, 15, 0, "dm.read", "tweet.read", "users.read"),
    V2_DM_WITH(Who.USER, Permission.DIRECT_MESSAGES, 15, 0, "dm.read", "tweet.read", "users.read"),
    V2_DM_CONVERSATION(Who.USER, Permission.DIRECT_MESSAGES, 15, 0, "dm.read", "tweet.read", "users.read"),
    V2_DM_DELETE(Who.USER, Permission.DIRECT_MESSAGES, 300, 0, "dm.read", "dm.write"),
    V2_DM_BLOCK(Who.USER, Permission.DIRECT_MESSAGES, 10, 25, "dm.write", "tweet.read", "users.read"),
    V2_USERS(Who.USER_OR_APP, Permission.READ, 900, 300, "tweet.read", "users.read"),
    V2_ME(Who.USER, Permission.READ, 75, 0, "tweet.read", "users.read"),
    V2_FOLLOWERS(Who.USER_OR_APP, Permission.READ, 300, 300, "follows.read", "tweet.read", "users.read"),
    V2_FOLLOWING(Who.USER_OR_APP, Permission.READ, 300, 300, "follows.read", "tweet.read", "users.read"),
    V2_MEDIA(Who.USER, Permission.READ_WRITE, 1875, 0, "media.write"),
    V2_WEBHOOKS(Who.APP_OR_SIGNED, Permission.READ, 450, 450),
    V2_WEBHOOK_REPLAY(Who.APP, Permission.READ, 100, 100),
    V2_SUBSCRIBE_ME(Who.USER, Permission.DIRECT_MESSAGES, 500, 0, "dm.read", "dm.write", "tweet.read", "users.read"),
    V2_SUBSCRIPTIONS(Who.APP_OR_SIGNED, Permission.READ, 500, 500),
    V2_ACTIVITY(Who.USER_OR_APP, Permission.READ, 500, 500),
    V2_ACTIVITY_CHANGE(Who.APP, Permission.READ, 500, 500);

    private final Who who;
    private final Permission permission;
    private final int perUser;
    private final int perApp;
    private final String scopes;

    Endpoint(Who who, Permission permission, int perUser, int perApp, String... scopes) {
        this.who = who;
        this.permission = permission;
        this.perUser = perUser;
        this.perApp = perApp;
        this.scopes = String.join(" ", scopes);
    }

    Who who() {
        return who;
    }

    Permission permission() {
        return permission;
    }

    int perUser() {
        return perUser;
    }

    int perApp() {
        return perApp;
    }

    Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ", -1));
    }

    boolean isV1() {
        return name().startsWith("V1");
    }

    boolean sendsDm() {
        return this == V1_DM_SEND || this == V2_DM_SEND;
    }

    /** Whether the self-serve plan includes the call: of v1.1 only media and tokens (X, code 453). */
    boolean isInSelfServe() {
        return !isV1() || this == V1_MEDIA || this == V1_TOKEN;
    }

    /** The credentials that a call accepts. */
    enum Who {
        USER,
        USER_OR_APP,
        /** App-only, or a user with OAuth 1.0a; no OAuth 2.0 user token. */
        APP_OR_SIGNED,
        APP
    }
}
