package com.dmverify.x.dm.v2;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Wire;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writing in v2. All three ways of sending share one budget. Source: X's pages "Manage Direct Messages". */
public final class Conversations {

    private static final String PATH = "/2/dm_conversations";
    private static final int FEWEST_OTHERS = 2;
    private static final int MOST_OTHERS = 49;

    private final Wire wire;

    public Conversations(Wire wire) {
        this.wire = wire;
    }

    /** Writes to one account. */
    public Answer<AcceptedMessage> send(UserId recipient, Draft draft) {
        return send(PATH + "/with/" + recipient + "/messages", draft.toJson());
    }

    /** Writes into a conversation that exists. */
    public Answer<AcceptedMessage> send(ConversationId conversation, Draft draft) {
        return send(PATH + "/" + conversation + "/messages", draft.toJson());
    }

    /** Begins a new group, every time, with 2 to 49 others. */
    public Answer<AcceptedMessage> createGroup(List<UserId> others, Draft draft) {
        if (others.size() < FEWEST_OTHERS || others.size() > MOST_OTHERS) {
            throw new IllegalArgumentException("a group has 2 to 49 others");
        }
        ObjectNode body = Json.object().put("conversation_type", "Group");
        var participants = body.putArray("participant_ids");
        others.forEach(other -> participants.add(other.value()));
        body.set("message", draft.toJson());
        return send(PATH, body);
    }

    /** Takes no more messages from this account; true if that is so now. */
    public Answer<Boolean> block(UserId user) {
        return blocking(user, "block");
    }

    /** Takes messages from this account again; false if that is so now. */
    public Answer<Boolean> unblock(UserId user) {
        return blocking(user, "unblock");
    }

    private Answer<AcceptedMessage> send(String path, JsonNode body) {
        return wire.call(Call.of(Verb.POST, path).withJson(body), answer -> {
            JsonNode data = Json.child(answer, "data");
            return new AcceptedMessage(
                    new ConversationId(Json.text(data, "dm_conversation_id")), Json.text(data, "dm_event_id"));
        });
    }

    private Answer<Boolean> blocking(UserId user, String action) {
        return wire.call(
                Call.of(Verb.POST, "/2/users/" + user + "/dm/" + action),
                answer -> Json.flag(answer.path("data"), "blocked"));
    }
}
