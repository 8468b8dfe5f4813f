package com.dmverify.x.dm;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.dm.content.QuickReply;
import com.dmverify.x.http.CallExecutor;
import org.jspecify.annotations.Nullable;

/** The Direct Message operations that a sender of one-time codes needs, in either API version. */
public interface DirectMessages {

    /**
     * Sends a message. Success means that X accepted it, not that the recipient sees it. X has no idempotency key:
     * after an unknown outcome look with {@link #recentWith} before sending again.
     *
     * @param text 1 to 10,000 characters; X rewrites what looks like a link
     */
    Answer<SentMessage> send(UserId recipient, String text);

    /** The same, with options to tap where the API version has them: v1.1 alone. */
    default Answer<SentMessage> send(UserId recipient, String text, QuickReply options) {
        return send(recipient, text);
    }

    /** The newest page of {@link #recentWith(UserId, String)}. */
    default Answer<RecentMessages> recentWith(UserId other) {
        return recentWith(other, null);
    }

    /**
     * The recent messages between our account and the other (X keeps 30 days), newest first, in both directions. A page
     * is one call to X, which allows 15 calls in 15 minutes: up to 100 messages of this conversation in v2, up to 50 of
     * all conversations in v1.1. Before you conclude that a message does <em>not</em> exist, check with {@link
     * RecentMessages#reachesBackTo} that the page covers its time.
     *
     * @param older null for the newest page, then {@link RecentMessages#older} of the page before
     */
    Answer<RecentMessages> recentWith(UserId other, @Nullable String older);

    /**
     * The recent messages of all conversations, newest first, so that one call can resolve many unknown outcomes. A
     * page has up to 100 messages in v2, where these calls have a rate limit separate from {@link #recentWith}, and up
     * to 50 in v1.1, where both share one.
     *
     * @param older null for the newest page, then {@link RecentMessages#older} of the page before
     */
    Answer<RecentMessages> recent(@Nullable String older);

    /**
     * Whether {@link #recentWith} reads one conversation only. If not, it costs as much as {@link #recent} and returns
     * less.
     */
    boolean readsOneConversation();

    /** The implementation for this API version. */
    static DirectMessages of(ApiVersion apiVersion, CallExecutor executor) {
        return switch (apiVersion) {
            case V2 -> new DirectMessagesV2(executor);
            case V1_1 -> new DirectMessagesV1(executor);
        };
    }
}
