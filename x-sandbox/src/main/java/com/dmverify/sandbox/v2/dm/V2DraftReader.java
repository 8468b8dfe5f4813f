package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.v2.V2Parameters;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads v2's messages; answers an undocumented format with 400. */
@Component
class V2DraftReader {

    private static final Pattern CONVERSATION = Pattern.compile("[0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19}");

    private final Conversations conversations;
    private final V2MessageContent content;

    V2DraftReader(Conversations conversations, V2MessageContent content) {
        this.conversations = conversations;
        this.content = content;
    }

    /** {@code POST /2/dm_conversations/with/:participant_id/messages}. */
    Draft toParticipant(ApiRequest request) {
        long recipient = participant(request);
        V2MessageContent.Body body = content.read(request, V2Body.of(request));
        return Draft.to(recipient, body.text(), body.extras());
    }

    /** {@code POST /2/dm_conversations/:dm_conversation_id/messages}. */
    Draft toConversation(ApiRequest request) {
        String id = conversation(request);
        V2MessageContent.Body body = content.read(request, V2Body.of(request));
        OptionalLong other = Conversations.otherThan(request.me().id(), id);
        if (other.isPresent()) {
            return Draft.to(other.getAsLong(), body.text(), body.extras());
        }
        List<Long> members = conversations
                .members(id)
                .filter(all -> all.contains(request.me().id()))
                .orElseThrow(() -> V2Parameters.notValid("dm_conversation_id", id));
        return Draft.in(id, V2Parameters.without(members, request.me().id()), body.text(), body.extras());
    }

    static long participant(ApiRequest request) {
        String id = request.call().path("participant_id");
        return Ids.parse(id).orElseThrow(() -> V2Parameters.notValid("participant_id", id));
    }

    static String conversation(ApiRequest request) {
        String id = request.call().path("dm_conversation_id");
        if (!CONVERSATION.matcher(id).matches()) {
            throw V2Parameters.notValid("dm_conversation_id", id);
        }
        return id;
    }
}
