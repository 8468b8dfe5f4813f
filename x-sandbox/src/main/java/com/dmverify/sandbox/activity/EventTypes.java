package com.dmverify.sandbox.activity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The event types of the X Activity API. */
public final class EventTypes {

    /** The event type of automatic subscriptions: all events. */
    static final String ALL = "*";

    /** X's enumeration (OpenAPI 2.167); most of these events never happen here. */
    private static final Set<String> KNOWN = Set.of(
            ("profile.update.bio profile.update.profile_picture profile.update.banner_picture profile.update.screenname"
                            + " profile.update.geo profile.update.url profile.update.verified_badge"
                            + " profile.update.affiliate_badge profile.update.handle news.new follow.follow"
                            + " follow.unfollow spaces.start spaces.end broadcast.start broadcast.end broadcast.chat"
                            + " chat.received chat.sent chat.conversation.join chat.conversation_join"
                            + " chat.conversation.member_added chat.conversation.member_removed"
                            + " chat.conversation.admin_added chat.conversation.admin_removed chat.update.group_name"
                            + " chat.update.restrictions dm.sent dm.received dm.indicate_typing dm.read post.create"
                            + " post.delete post.mention.create post.reply.create post.quote.create post.repost.create"
                            + " like.create mute.mute mute.unmute block.block block.unblock")
                    .split(" ", -1));

    /** The prefixes of private event types, with the scope that a user's token must have for them. */
    private static final Map<String, String> SCOPES = Map.of(
            "dm.", "dm.read",
            "chat.", "dm.read",
            "like.", "like.read",
            "mute.", "mute.read",
            "block.", "block.read");

    private EventTypes() {}

    public static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }

    /** The name in answers. */
    public static String canonical(String type) {
        return type.equals("chat.conversation_join") ? "chat.conversation.join" : type;
    }

    /** The scope that a private event type requires; empty for a public one. */
    public static Optional<String> scope(String type) {
        return SCOPES.entrySet().stream()
                .filter(entry -> type.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
