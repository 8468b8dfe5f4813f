package com.dmverify.sandbox.v2;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Json;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads v2's messages; what is not of the documented form is a 400. */
@Component
class V2DraftReader {

    private static final Pattern CONVERSATION = Pattern.compile("[0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19}");

    private final Conversations conversations;
    private final V2Content content;

    V2DraftReader(Conversations conversations, V2Content content) {
        this.conversations = conversations;
        this.content = content;
    }

    /** {@code POST /2/dm_conversations/with/:participant_id/messages}. */
    Draft toParticipant(Attempt attempt) {
        long recipient = participant(attempt);
        V2Content.Body body = content.read(attempt, body(attempt));
        return Draft.to(recipient, body.text(), body.extras());
    }

    /** {@code POST /2/dm_conversations/:dm_conversation_id/messages}. */
    Draft toConversation(Attempt attempt) {
        String id = conversation(attempt);
        V2Content.Body body = content.read(attempt, body(attempt));
        OptionalLong other = Conversations.otherThan(attempt.me().id(), id);
        if (other.isPresent()) {
            return Draft.to(other.getAsLong(), body.text(), body.extras());
        }
        List<Long> members = conversations
                .members(id)
                .filter(all -> all.contains(attempt.me().id()))
                .orElseThrow(() -> V2Parameters.notValid("dm_conversation_id", id));
        return Draft.in(id, V2Parameters.without(members, attempt.me().id()), body.text(), body.extras());
    }

    static long participant(Attempt attempt) {
        String id = attempt.call().path("participant_id");
        return Ids.parse(id).orElseThrow(() -> V2Parameters.notValid("participant_id", id));
    }

    static String conversation(Attempt attempt) {
        String id = attempt.call().path("dm_conversation_id");
        if (!CONVERSATION.matcher(id).matches()) {
            throw V2Parameters.notValid("dm_conversation_id", id);
        }
        return id;
    }

    static JsonNode body(Attempt attempt) {
        return attempt.call()
                .json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refused.invalid("Requests with bodies must have content-type of application/json"
                        + " and a body that is a JSON object."));
    }

    /** Members that are not documented are refused. */
    static void onlyKnown(JsonNode object, Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw Refused.invalid("$." + name + ": is not defined in the schema and the schema does not allow"
                        + " additional properties");
            }
        }
    }

    static String required(JsonNode object, String name) {
        String text = Json.text(object.path(name));
        if (text == null || text.isEmpty()) {
            throw Refused.invalid("$." + name + ": is missing but it is required");
        }
        return text;
    }
}
