package com.dmverify.x.dm;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What a sender of one-time codes needs of Direct Messages, in either API version. */
public interface DirectMessages {

    /**
     * Writes to one account. Success means that X accepted the message, not that anybody sees it. X knows no idempotency
     * key: after an unknown outcome look with {@link #recentWith} before sending again.
     *
     * @param text 1 to 10,000 characters; X rewrites what looks like a link
     */
    Answer<SentMessage> send(UserId recipient, String text);

    /** The newest page of {@link #recentWith(UserId, String)}. */
    default Answer<RecentMessages> recentWith(UserId other) {
        return recentWith(other, null);
    }

    /**
     * What was written between us and this account lately (X keeps 30 days), newest first, both directions. A page is one
     * call to X, of which it allows 15 in 15 minutes: up to 100 messages of this conversation in v2, up to 50 of all
     * conversations in v1.1. Before you conclude from a message that is <em>not</em> there, ask the page how far it
     * reaches back.
     *
     * @param older null for the newest page, then {@link RecentMessages#older} of the page before
     */
    Answer<RecentMessages> recentWith(UserId other, @Nullable String older);

    /**
     * What was written between us and anybody lately, newest first: one call says what became of many messages. A page is up
     * to 100 messages in v2, where X counts these calls apart from {@link #recentWith}, and up to 50 in v1.1, where it does
     * not.
     *
     * @param older null for the newest page, then {@link RecentMessages#older} of the page before
     */
    Answer<RecentMessages> recent(@Nullable String older);

    /** Whether {@link #recentWith} reads one conversation alone. Else it costs what {@link #recent} does, and shows less. */
    boolean readsOneConversation();

    /** The messages of this API version. */
    static DirectMessages of(ApiVersion apiVersion, Wire wire) {
        return switch (apiVersion) {
            case V2 -> new DirectMessagesV2(wire);
            case V1_1 -> new DirectMessagesV1(wire);
        };
    }
}
