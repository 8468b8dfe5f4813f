package com.dmverify.sandbox.activity;

import java.util.Set;

/** The event types of the X Activity API that can be subscribed to here. */
public final class EventTypes {

    /** What the sandbox's own subscriptions ask for. */
    static final String ALL = "*";

    private static final Set<String> KNOWN = Set.of(
            "dm.received",
            "dm.sent",
            "dm.read",
            "dm.indicate_typing",
            "follow.follow",
            "follow.unfollow",
            "block.block",
            "block.unblock",
            "mute.mute",
            "mute.unmute",
            "chat.received",
            "chat.sent",
            "profile.update.handle",
            "profile.update.screenname",
            "oauth.revoke");

    private EventTypes() {}

    public static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }

    /** About what only the user may see: X wants the user's own credentials for it. */
    public static boolean isPrivate(String type) {
        return !type.startsWith("profile.");
    }
}
