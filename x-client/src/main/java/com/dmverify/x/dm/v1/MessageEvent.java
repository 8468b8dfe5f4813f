package com.dmverify.x.dm.v1;

import com.dmverify.x.UserId;
import com.dmverify.x.dm.content.MessageData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** X's "Message Create" object, complete. Source: X's v1.1 page "Message Create object". */
public record MessageEvent(
        String id, Instant createdAt, UserId sender, UserId recipient, Origin origin, MessageData data) {

    /**
     * Where a message came from; each part is null where it does not apply.
     *
     * @param tweetId the post whose button began the conversation
     * @param welcomeMessageId the welcome message that began it
     * @param sourceAppId the app that sent it; on the account's own messages, although the opposite has been seen
     * @param customProfileId the custom profile it was sent as
     */
    public record Origin(
            @Nullable String tweetId,
            @Nullable String welcomeMessageId,
            @Nullable String sourceAppId,
            @Nullable String customProfileId) {}
}
