package com.dmverify.x.dm.v2;

import com.dmverify.x.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of a conversation, with the requested fields only. {@code toString} masks the text.
 *
 * @param type X's name: {@code MessageCreate}, {@code ParticipantsJoin}, {@code ParticipantsLeave}
 * @param text with links rewritten
 * @param participants who joined or left
 * @param mediaKeys what was attached, see {@link DmPage#media}
 * @param referencedPosts the ids of posts that were shared
 */
public record DmEvent(
        String id,
        String type,
        @Nullable String text,
        @Nullable UserId sender,
        @Nullable Instant createdAt,
        @Nullable ConversationId conversation,
        List<UserId> participants,
        List<String> mediaKeys,
        List<String> referencedPosts) {

    public DmEvent {
        participants = List.copyOf(participants);
        mediaKeys = List.copyOf(mediaKeys);
        referencedPosts = List.copyOf(referencedPosts);
    }

    @Override
    public String toString() {
        return "DmEvent[" + type + ", id=" + id + ", sender=" + sender + ", text masked]";
    }
}
